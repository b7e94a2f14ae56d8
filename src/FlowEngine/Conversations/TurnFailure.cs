namespace FlowEngine.Conversations;

/// <param name="Code">One of <see cref="FailureCodes"/>.</param>
/// <param name="Cause">For engineers; never shown to the user.</param>
public sealed record TurnFailure(string Code, string? NodeId = null, string? Cause = null);
