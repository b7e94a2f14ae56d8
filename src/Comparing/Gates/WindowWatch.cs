using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>
/// The gate's criteria over a sliding window. A watch looks again and again, so one bad look is not enough to go back:
/// it steps back where the older and the newer half of the window, of different conversations, each show the criterion above its ceiling -
/// for chance alone that is (alpha / k) squared - or where the newer half does at a hundredth of alpha. It holds where the
/// window as a whole fails, and goes on holding until the criterion's newer half is back at its ceiling.
/// </summary>
public static class WindowWatch
{
    private const double Overwhelming = 100;

    /// <param name="window">Turns of the window only. Those before a previous step back are not counted again.</param>
    /// <param name="previous">What the last call decided for this tenant; null at first.</param>
    public static WatchDecision Judge(GateFile gate, GateInput window, WatchDecision? previous, DateTimeOffset now)
    {
        if (previous?.Action == WatchAction.StepBack)
        {
            window = Since(window, previous.At);
            previous = null;
        }

        var whole = GateEvaluator.Evaluate(gate, window);
        if (whole.Status == GateStatus.Refused)
        {
            return new(WatchAction.Hold, now, null, string.Join(" ", whole.Errors), []);
        }

        var (older, newer) = WindowHalves.Of(window);
        var half = gate with { MinConversations = Math.Max(Measure.FewestConversations, gate.MinConversations / 2), MinTurns = gate.MinTurns / 2, From = null, To = null };
        var recent = GateEvaluator.Evaluate(half, newer);
        return StepBack(half, Failed(recent), older, newer, now)
            ?? Hold(Failed(whole).FirstOrDefault(), now)
            ?? StillHold(previous, recent, now)
            ?? new(WatchAction.Keep, now, null, "No criterion is shown above its ceiling.", []);
    }

    private static WatchDecision? StepBack(GateFile gate, GateCriterion[] recent, GateInput older, GateInput newer, DateTimeOffset now)
    {
        if (recent.Length == 0)
        {
            return null;
        }

        var before = Failed(GateEvaluator.Evaluate(gate, older));
        var strict = gate with { Confidence = 1 - ((1 - gate.Confidence) / Overwhelming) };
        return Back(Array.Find(recent, criterion => criterion.Name != CriterionNames.ExpiredIgnoreRules && Array.Exists(before, earlier => earlier.Name == criterion.Name)), "in both halves of the window", now)
            ?? Back(Array.Find(Failed(GateEvaluator.Evaluate(strict, newer)), criterion => criterion.Interval is not null), "beyond doubt in the newer half of the window", now);
    }

    private static WatchDecision? Back(GateCriterion? criterion, string where, DateTimeOffset now) => criterion is null
        ? null
        : new(WatchAction.StepBack, now, criterion.Name, $"{criterion.Title} ({criterion.Name}): above the ceiling {where}. {criterion.Reason}", criterion.Evidence);

    private static WatchDecision? Hold(GateCriterion? criterion, DateTimeOffset now) => criterion is null
        ? null
        : new(WatchAction.Hold, now, criterion.Name, $"{criterion.Title} ({criterion.Name}): above the ceiling. {criterion.Reason}", criterion.Evidence);

    private static WatchDecision? StillHold(WatchDecision? previous, GateEvaluation newer, DateTimeOffset now)
    {
        var criterion = previous is { Action: WatchAction.Hold, Criterion: { } name } ? newer.Criteria.FirstOrDefault(criterion => criterion.Name == name) : null;
        return criterion is null || criterion.Value <= criterion.Ceiling
            ? null
            : new(WatchAction.Hold, now, criterion.Name, $"{criterion.Title} ({criterion.Name}): was above the ceiling and is not back. {criterion.Reason}", criterion.Evidence);
    }

    private static GateCriterion[] Failed(GateEvaluation evaluation) => [.. evaluation.Criteria.Where(criterion => criterion.Status == CriterionStatus.Failed)];

    private static GateInput Since(GateInput window, DateTimeOffset at) => window with
    {
        Turns = [.. window.Turns.Where(turn => turn.At > at)],
        Answered = [.. window.Answered.Where(turn => turn.At > at)],
    };
}
