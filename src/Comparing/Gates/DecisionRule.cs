using System.Globalization;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>
/// A criterion fails where it is shown to be above its ceiling, passes where it is shown not to be, and else has not enough data.
/// Any of k criteria that fails fails the gate, so each is tested at (1 - confidence) / k (Bonferroni), and a gate without a real
/// difference fails with at most 1 - confidence. All must pass for the gate to pass, so passing needs no such correction
/// (the intersection-union test): its end of the interval is at 1 - confidence.
/// </summary>
internal sealed class DecisionRule(GateFile gate, int criteria)
{
    public double FailingAlpha { get; } = (1 - gate.Confidence) / Math.Max(1, criteria);

    public double PassingAlpha { get; } = 1 - gate.Confidence;

    public GateCriterion Decide(AskedCriterion asked)
    {
        var measured = asked.Measured;
        var interval = measured.Bounds(FailingAlpha) is { } low && measured.Bounds(PassingAlpha) is { } high
            ? new Interval(low.Low, Math.Max(high.High, measured.Value!.Value))
            : (Interval?)null;
        var (status, reason) = Judge(asked, interval);
        return new()
        {
            Name = asked.Name,
            Status = status,
            Ceiling = asked.Ceiling,
            Value = measured.Value,
            Interval = interval,
            Turns = measured.Turns,
            Conversations = measured.Conversations,
            SmallestEffect = measured.SmallestEffect(FailingAlpha, gate.Power),
            Reason = reason,
            Evidence = asked.Evidence,
        };
    }

    private (CriterionStatus Status, string Reason) Judge(AskedCriterion asked, Interval? interval)
    {
        var measured = asked.Measured;
        return TooFew(asked) is { } few ? (CriterionStatus.NotEnoughData, few)
            : interval is not { } ends ? (CriterionStatus.NotEnoughData, $"No figure: {measured.Missing}.")
            : ends.Low > asked.Ceiling ? (CriterionStatus.Failed, $"At least {Text(asked, ends.Low)}, above the ceiling of {Text(asked, asked.Ceiling)}.")
            : ends.High <= asked.Ceiling ? (CriterionStatus.Passed, $"At most {Text(asked, ends.High)}, within the ceiling of {Text(asked, asked.Ceiling)}.")
            : (CriterionStatus.NotEnoughData,
                $"Between {Text(asked, ends.Low)} and {Text(asked, ends.High)}: the ceiling of {Text(asked, asked.Ceiling)} lies within.{More(asked, ends)}");
    }

    private string? TooFew(AskedCriterion asked) =>
        asked.Measured.Missing is not null ? null
        : asked.Conversations < gate.MinConversations
            ? string.Create(CultureInfo.InvariantCulture, $"{asked.Conversations} of at least {gate.MinConversations} conversations.")
        : asked.Turns < gate.MinTurns
            ? string.Create(CultureInfo.InvariantCulture, $"{asked.Turns} of at least {gate.MinTurns} turns.")
        : asked.TooFew;

    /// <summary>How many conversations would tell, should the value stay what it is.</summary>
    private static string More(AskedCriterion asked, Interval ends)
    {
        var value = asked.Measured.Value!.Value;
        var (reach, distance) = value > asked.Ceiling ? (value - ends.Low, value - asked.Ceiling) : (ends.High - value, asked.Ceiling - value);
        var needed = distance > 0 ? asked.Measured.Conversations * Math.Pow(reach / distance, 2) : double.PositiveInfinity;
        return needed < 10_000_000
            ? string.Create(CultureInfo.InvariantCulture, $" About {Math.Ceiling(needed / 10) * 10:N0} conversations would tell.")
            : "";
    }

    private static string Text(AskedCriterion asked, double value) => CriterionTexts.Value(asked.Name, value);
}
