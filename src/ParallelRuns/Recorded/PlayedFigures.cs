using FlowEngine.Chat.Engines;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>A played comparison as statistics take it.</summary>
internal static class PlayedFigures
{
    /// <summary>With the time that the control took on the same turn when it was run against itself.</summary>
    public static IReadOnlyList<PlayedTurn> WithControlAgain(IReadOnlyList<PlayedTurn> compared) =>
        compared.FirstOrDefault(one => TurnFacts.IsFloor(one.Turn) && TurnFacts.Ran(one.Turn) && !TurnFacts.AnyFailed(one.Turn)) is not { Turn: var again }
            ? compared
            : [.. compared.Select(one => TurnFacts.IsFloor(one.Turn) || one.Turn.Mode != again.Mode ? one : one with
            {
                Turn = one.Turn with { AgainMs = again.CandidateMs, AgainFirstMs = again.CandidateFirstMs, AgainWeight = again.Weight },
            })];

    public static ComparedTurn Of(
        string id, RecordedTalk talk, PlayPlan plan, PlayedSide side, TurnInput input, Observation control, Observation? candidate, Verdict? verdict,
        string? skipped)
    {
        var measured = plan.At is null;
        return new()
        {
            Id = id,
            Tenant = plan.Tenant.Profile.Slug,
            Conversation = talk.Id,
            Seq = input.Seq,
            Kind = side.Candidate == plan.Control ? "aa" : "ab",
            Mode = side.Mode,
            Stage = plan.Stage,
            AnsweredBy = EngineText.Of(plan.Control),
            Candidate = EngineText.Of(side.Candidate),
            Result = verdict?.Result ?? ComparisonResult.Skipped,
            Severity = verdict?.Severity ?? Severity.None,
            Cluster = verdict?.Cause?.Cluster,
            DecidedBy = verdict?.DecidedBy,
            Weight = side.Weight,
            ControlMs = measured ? control.TotalMs : 0,
            CandidateMs = measured ? candidate?.TotalMs : null,
            ControlFirstMs = measured ? control.FirstTokenMs : null,
            CandidateFirstMs = measured ? candidate?.FirstTokenMs : null,
            ControlCost = control.Cost?.Amount,
            CandidateCost = candidate?.Cost?.Amount,
            Currency = candidate?.Cost?.Currency ?? control.Cost?.Currency,
            Unpriced = control.IsUnpriced || candidate?.IsUnpriced == true,
            UnpricedModel = candidate is { IsUnpriced: true } ? candidate.Model : control.IsUnpriced ? control.Model : null,
            At = input.Now,
            Skipped = skipped,
            ExpiredRule = verdict?.ExpiredRules is not null,
        };
    }
}
