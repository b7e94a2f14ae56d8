namespace FlowEngine.Comparing.Coverage;

/// <summary>What came of a recorded conversation when the flow was walked with it.</summary>
/// <param name="Handled">No turn failed, and none left a node by its <c>default</c> port without an answer of a model after that.</param>
/// <param name="Reason">Why not, such as <c>default</c> or <c>no_case</c>.</param>
/// <param name="IsGeneral">Handled, but some turn by the flow's general answer: it left by <c>default</c>, and a model answered.</param>
public sealed record FlowHandling(string ConversationId, bool Handled, string? Reason = null, bool IsGeneral = false);
