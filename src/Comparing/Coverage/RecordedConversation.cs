namespace FlowEngine.Comparing.Coverage;

/// <summary>A conversation as it was recorded; masked by whoever read it.</summary>
/// <param name="Outcome">What came of it, such as <c>order_found</c>; null where nobody said.</param>
public sealed record RecordedConversation(string Id, IReadOnlyList<RecordedMessage> Messages, string? Outcome = null);
