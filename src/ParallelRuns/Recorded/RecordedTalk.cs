using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>A conversation as it was recorded.</summary>
/// <param name="Language">Two letters; null where the record does not say.</param>
/// <param name="Outcome">What came of it; null where nobody said.</param>
/// <param name="Said">Of both sides, oldest first; something of the user is among it.</param>
public sealed record RecordedTalk(
    string Id, string? Language, IReadOnlyDictionary<string, string> Metadata, string? Outcome, IReadOnlyList<RecordedSaying> Said)
{
    public IEnumerable<string> OfUser => Said.Where(saying => saying.Role == MessageRole.User).Select(saying => saying.Text);
}

public sealed record RecordedSaying(MessageRole Role, string Text);
