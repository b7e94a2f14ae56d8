using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>
/// 2. Number and kind of messages and quick replies, greetings and closings left out; waiting for what, or for nothing.
/// V1 has no quick replies: beside it they are V2's own.
/// </summary>
internal sealed class StructureStep : ILadderStep
{
    public string Name => "structure";

    public ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
    {
        List<Difference> differences = [.. Waiting(pair), .. Kinds(pair), .. Branch(pair)];
        List<Difference> onlyIn = [];
        (pair.OnlyIn is null ? differences : onlyIn).AddRange(QuickReplies(pair));
        return new(StepFinding.Of(differences) with
        {
            OnlyIn = onlyIn,
            Values = new Dictionary<string, double>
            {
                ["control_messages"] = pair.Control.Messages.Count,
                ["candidate_messages"] = pair.Candidate.Messages.Count,
                ["control_quick_replies"] = QuickReplies(pair.Control),
                ["candidate_quick_replies"] = QuickReplies(pair.Candidate),
                ["control_waits"] = pair.Control.IsWaiting ? 1 : 0,
                ["candidate_waits"] = pair.Candidate.IsWaiting ? 1 : 0,
            },
        });
    }

    private static IEnumerable<Difference> Waiting(Pair pair)
    {
        var (control, candidate) = (WaitsFor(pair.Control, pair.AreOfOneEngine), WaitsFor(pair.Candidate, pair.AreOfOneEngine));
        if (control != candidate)
        {
            var severity = pair.Control.IsWaiting == pair.Candidate.IsWaiting ? Severity.Blocking : Asking.SeverityOf(pair);
            yield return new Difference("structure.waiting", "changed", severity, control, candidate);
        }
    }

    private static IEnumerable<Difference> Kinds(Pair pair)
    {
        var (control, candidate) = (KindsOf(pair.Control), KindsOf(pair.Candidate));
        if (!control.SequenceEqual(candidate))
        {
            var kind = control.Count > candidate.Count ? "missing" : control.Count < candidate.Count ? "extra" : "changed";
            yield return new Difference(
                "structure.messages", kind, SeverityOf(pair, control, candidate), string.Join(", ", control), string.Join(", ", candidate));
        }
    }

    private static Severity SeverityOf(Pair pair, List<MessageKind> control, List<MessageKind> candidate)
    {
        var kinds = Enum.GetValues<MessageKind>().Where(kind => control.Count(one => one == kind) != candidate.Count(one => one == kind)).ToHashSet();
        var hasNoAnswer = control.Count == 0 || candidate.Count == 0;
        return hasNoAnswer ? Severity.Blocking
            : kinds.Contains(MessageKind.Question) ? Asking.SeverityOf(pair)
            : kinds.Overlaps([MessageKind.Cards, MessageKind.Image, MessageKind.Fallback]) ? Severity.Major
            : Severity.Minor;
    }

    private static IEnumerable<Difference> QuickReplies(Pair pair)
    {
        for (var i = 0; i < Math.Max(pair.Control.Messages.Count, pair.Candidate.Messages.Count); i++)
        {
            var control = pair.Control.Messages.ElementAtOrDefault(i)?.QuickReplies ?? [];
            var candidate = pair.Candidate.Messages.ElementAtOrDefault(i)?.QuickReplies ?? [];
            if (control.Count != candidate.Count)
            {
                yield return new Difference(
                    $"messages[{i}].quick_replies",
                    control.Count > candidate.Count ? "missing" : "extra",
                    pair.OnlyIn is null ? Severity.Major : Severity.None,
                    string.Join(" | ", control),
                    string.Join(" | ", candidate),
                    pair.OnlyIn);
            }
        }
    }

    /// <summary>Two walks of one flow version that part; where the user is told the same it makes no difference.</summary>
    private static IEnumerable<Difference> Branch(Pair pair)
    {
        if (pair.Control.Normalised != pair.Candidate.Normalised
            && WalkParting.Of(pair.Control.Observation, pair.Candidate.Observation) is { } parting)
        {
            yield return new Difference("structure.path", "branch", Severity.Blocking, parting.Control, parting.Candidate);
        }
    }

    /// <summary>Of two walks, the node; beside V1, that it waits at all.</summary>
    private static string WaitsFor(Reply reply, bool areOfOneEngine) =>
        !reply.IsWaiting ? "nothing" : areOfOneEngine ? reply.Observation.WaitingNodeId ?? "an answer" : "an answer";

    private static List<MessageKind> KindsOf(Reply reply) => [.. reply.Messages.Select(message => message.Kind)];

    private static int QuickReplies(Reply reply) => reply.Messages.Sum(message => message.QuickReplies.Count);
}
