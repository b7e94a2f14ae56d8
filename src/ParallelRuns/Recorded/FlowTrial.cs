using FlowEngine.Chat.Engines;
using FlowEngine.Comparing.Coverage;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.ParallelRuns.Candidates;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>Walks a flow with what the user of a recorded conversation said, to see whether it has a way for it. Nothing is stored or sent.</summary>
public sealed class FlowTrial(CandidateRunner runner, TimeProvider time)
{
    public async Task<FlowHandling> TryAsync(RecordedTalk talk, PlayPlan plan, CancellationToken cancellationToken)
    {
        var walk = new ControlWalk(plan with { Control = EngineName.V2 }, talk);
        var general = false;
        foreach (var message in talk.OfUser)
        {
            var input = walk.Next(message, plan.At ?? time.GetUtcNow());
            var ran = await runner.RunAsync(
                EngineName.V2, input, plan.Stage, new OwnHistory(walk.History), new CandidateLedger(null), plan.Limit, cancellationToken);
            var (wayOut, isAnswered) = WayOut(ran.Outcome);
            if ((ran.Observed.Failure?.Code ?? (isAnswered ? null : wayOut)) is { } reason)
            {
                return new(talk.Id, false, reason);
            }

            general |= wayOut is not null;
            walk.Advance(input, ran.Outcome);
        }

        return new(talk.Id, true, IsGeneral: general);
    }

    /// <summary>The first node that had no case for what was said, and whether a model answered after it all the same.</summary>
    private static (string? Node, bool IsAnswered) WayOut(TurnOutcome? outcome)
    {
        if (outcome?.Trace.SkipWhile(step => step.PortName != NodePort.Default).ToArray() is not [var first, .. var after])
        {
            return (null, false);
        }

        var answering = outcome.ModelCalls
            .Where(call => !call.Request.IsQuestion && call.Reply.Text is not null)
            .Select(call => call.NodeId)
            .ToHashSet(StringComparer.Ordinal);
        return ($"default at node {first.Node.NodeId}", after.Any(step => answering.Contains(step.Node.NodeId)));
    }
}
