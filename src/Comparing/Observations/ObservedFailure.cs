namespace FlowEngine.Comparing.Observations;

/// <param name="Code">One of <see cref="Conversations.FailureCodes"/>.</param>
/// <param name="Message">For engineers; null where the code says it all.</param>
public sealed record ObservedFailure(string Code, string? Message);
