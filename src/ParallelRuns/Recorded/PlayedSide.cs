using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Turns;
using FlowEngine.ParallelRuns.Candidates;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>What the control of a conversation is compared with, and what that keeps between two turns.</summary>
internal sealed class PlayedSide(EngineName candidate, string mode, double weight, string suffix)
{
    private const double All = 100;

    public EngineName Candidate => candidate;

    /// <summary><c>resync</c> or <c>free</c>.</summary>
    public string Mode => mode;

    public double Weight => weight;

    /// <summary>Tells its comparisons from the others of the same turn.</summary>
    public string Suffix => suffix;

    /// <summary>Null before the first turn, and after one that gave no outcome.</summary>
    public CandidateState? State { get; private set; }

    public void Keep(int seq, string? state) => State = state is null ? null : new(EngineText.Of(candidate), seq, state);

    public static IReadOnlyList<PlayedSide> Of(PlayPlan plan, RecordedTalk talk)
    {
        var sides = new List<PlayedSide>(3) { new(plan.Candidate, CandidateTurns.Resync, 1, "") };
        if (plan.Free)
        {
            sides.Add(new(plan.Candidate, CandidateTurns.Free, 1, ":free"));
        }

        if (plan.AgainstItself > 0 && SessionBucket.Of("itself", plan.Tenant.Profile.Key.TenantId, talk.Id) < plan.AgainstItself)
        {
            sides.Add(new(plan.Control, CandidateTurns.Resync, All / plan.AgainstItself, ":itself"));
        }

        return sides;
    }
}
