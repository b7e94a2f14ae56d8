using FlowEngine.Api.Chat;
using FlowEngine.Api.Comparisons.Running;
using FlowEngine.Comparing.Coverage;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Comparisons.Playing;

/// <summary>Walks a flow with what the user of a recorded conversation said, to see whether it has a way for it. Nothing is stored or sent.</summary>
public sealed class FlowTrial(CandidateRunner runner, TimeProvider time)
{
    public async Task<FlowHandling> TryAsync(RecordedTalk talk, PlayPlan plan, CancellationToken cancellationToken)
    {
        var walk = new ControlWalk(plan with { Control = EngineName.V2 }, talk);
        foreach (var message in talk.OfUser)
        {
            var input = walk.Next(message, plan.At ?? time.GetUtcNow());
            var ran = await runner.RunAsync(
                EngineName.V2, input, plan.Stage, new OwnHistory(walk.History), new CandidateLedger(null), plan.Limit, cancellationToken);
            if ((ran.Observed.Failure?.Code ?? WayOut(ran.Outcome)) is { } reason)
            {
                return new(talk.Id, false, reason);
            }

            walk.Advance(input, ran.Outcome);
        }

        return new(talk.Id, true);
    }

    /// <summary>The first node that had no case for what was said.</summary>
    private static string? WayOut(TurnOutcome? outcome) => outcome?.Trace
        .Where(step => step.PortName == NodePort.Default)
        .Select(step => $"default at node {step.Node.NodeId}")
        .FirstOrDefault();
}
