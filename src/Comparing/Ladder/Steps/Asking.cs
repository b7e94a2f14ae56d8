using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>How bad it is that one side asks and waits, and the other doesn't.</summary>
internal static class Asking
{
    /// <summary>
    /// Blocking, as another way was taken. Beside V1, which never waits, minor where its text asks too, or where the other side
    /// answered before it asked on.
    /// </summary>
    public static Severity SeverityOf(Pair pair)
    {
        if (!pair.IsOneV1)
        {
            return Severity.Blocking;
        }

        var (v1, other) = pair.Control.IsV1 ? (pair.Control, pair.Candidate) : (pair.Candidate, pair.Control);
        var bothAsk = v1.FullText.TrimEnd().EndsWith('?');
        var bothAnswer = v1.Messages.Count > 0 && other.Messages.Any(message => message.Kind is not (MessageKind.Question or MessageKind.Fallback));
        return bothAsk || bothAnswer ? Severity.Minor : Severity.Blocking;
    }
}
