using System.Globalization;
using System.Text;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Tenants;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Candidates;
using FlowEngine.ParallelRuns.Judging;
using FlowEngine.ParallelRuns.Planning;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Text.Personal;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>
/// Plays recorded conversations through both engines, as the service compares turns: what the user said is put to the control, then to the
/// candidates. Nothing is stored or sent; effects of either are recorded, and answered as if they had been taken.
/// </summary>
public sealed class ConversationReplayer(CandidateRunner runner, CandidateTurns turns, TurnComparer comparer, TimeProvider time)
{
    public async Task<IReadOnlyList<PlayedTurn>> PlayAsync(RecordedTalk talk, PlayPlan plan, CancellationToken cancellationToken)
    {
        var control = new ControlWalk(plan, talk);
        var sides = PlayedSide.Of(plan, talk);
        var played = new List<PlayedTurn>();
        foreach (var message in talk.OfUser)
        {
            var input = control.Next(message, plan.At ?? time.GetUtcNow());
            var history = control.History;
            var ran = await runner.RunAsync(
                plan.Control, input, plan.Stage, new OwnHistory(history), new CandidateLedger(null), plan.Limit, cancellationToken);
            played.AddRange(await CompareAsync(talk, plan, sides, input, history, ran.Observed, cancellationToken));

            control.Advance(input, ran.Outcome);
        }

        return played;
    }

    /// <summary>In the order of the sides, in whichever they ran.</summary>
    private async Task<IReadOnlyList<PlayedTurn>> CompareAsync(
        RecordedTalk talk, PlayPlan plan, IReadOnlyList<PlayedSide> sides, TurnInput input, IReadOnlyList<HistoryMessage> history, Observation control,
        CancellationToken cancellationToken)
    {
        var compared = new PlayedTurn[sides.Count];
        var order = Enumerable.Range(0, sides.Count);
        foreach (var side in CandidateOrder.ControlFirst(input.TurnId) ? order.Reverse() : order)
        {
            compared[side] = await CompareAsync(talk, plan, sides[side], input, history, control, cancellationToken);
        }

        return PlayedFigures.WithControlAgain(compared);
    }

    private async Task<PlayedTurn> CompareAsync(
        RecordedTalk talk, PlayPlan plan, PlayedSide side, TurnInput input, IReadOnlyList<HistoryMessage> history, Observation control,
        CancellationToken cancellationToken)
    {
        var (run, given) = (Run(plan, side, input), Given(plan, side, input));
        if (turns.Of(run, given, plan.Tenant) is not { } turn)
        {
            return Played(talk, plan, side, input, control, null, null, "missed_turn");
        }

        var shown = turn.Own is null ? new OwnHistory(history) : turn.History;
        var ran = await runner.RunAsync(side.Candidate, turn.Input, plan.Stage, shown, new CandidateLedger(null), plan.Limit, cancellationToken);
        var verdict = await comparer.CompareAsync(plan.Tenant.Profile, input.TurnId, given, control, ran.Observed, cancellationToken);
        side.Keep(input.Seq, CandidateTurns.StateAfter(run, turn, ran));
        return Played(
            talk, plan, side, input, control, ObservationMask.Clean(ran.Observed, turn.Input.State.Vars), verdict, null);
    }

    /// <summary>As the queue would have it; no row has it.</summary>
    private static LeasedComparison Run(PlayPlan plan, PlayedSide side, TurnInput input) => new(
        0, plan.Tenant.Profile.Key, input.TurnId, 0, input.ConversationId, input.TurnId, input.Seq, plan.Stage, EngineText.Of(plan.Control),
        EngineText.Of(side.Candidate), side.Mode, "", "", 1, input.Now, side.State, false);

    private static CandidateInput Given(PlayPlan plan, PlayedSide side, TurnInput input)
    {
        var again = side.Candidate == plan.Control;
        return new(
            input.Message!,
            input.Language,
            input.Now,
            input.SessionId,
            null,
            input.Metadata,
            again && plan.Control == EngineName.V2 ? Encoding.UTF8.GetString(ConversationStateJson.Write(input.State)) : null,
            input.Status,
            input.IsFirstTurn,
            again ? input.Flow : FlowChoice.Choose(plan.Tenant, plan.Flow, null, null).Flow);
    }

    private static PlayedTurn Played(
        RecordedTalk talk, PlayPlan plan, PlayedSide side, TurnInput input, Observation control, Observation? candidate, Verdict? verdict, string? skipped)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{talk.Id}:{input.Seq}{side.Suffix}");
        return new(
            PlayedFigures.Of(id, talk, plan, side, input, control, candidate, verdict, skipped),
            PersonalText.Clean(input.Message!),
            ObservationMask.Clean(control, input.State.Vars),
            candidate,
            verdict);
    }
}
