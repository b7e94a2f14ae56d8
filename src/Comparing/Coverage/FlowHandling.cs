namespace FlowEngine.Comparing.Coverage;

/// <summary>What came of a recorded conversation when the flow was walked with it.</summary>
/// <param name="Handled">The walk ended or waits, without a failure and without a way out by a <c>default</c> port.</param>
/// <param name="Reason">Why not, such as <c>default</c> or <c>no_case</c>.</param>
public sealed record FlowHandling(string ConversationId, bool Handled, string? Reason = null);
