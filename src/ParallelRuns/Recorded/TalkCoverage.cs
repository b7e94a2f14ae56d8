using FlowEngine.Comparing.Coverage;
using FlowEngine.Conversations;
using FlowEngine.Text.Personal;

namespace FlowEngine.ParallelRuns.Recorded;

public static class TalkCoverage
{
    /// <summary>Masked: examples of what users said are shown.</summary>
    public static RecordedConversation Of(RecordedTalk talk) => new(
        talk.Id,
        [.. talk.Said.Select(saying => new RecordedMessage(saying.Role == MessageRole.User ? "user" : "assistant", PersonalText.Clean(saying.Text)))],
        talk.Outcome);
}
