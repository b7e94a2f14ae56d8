using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Statistics;

public sealed class MeasureTests
{
    private static readonly BootstrapOptions s_options = new(2000, 5);

    [Fact]
    public void Excess_OfNoisyEnginesWithoutADefect_IsAboutNothing()
    {
        var excess = Of(new NoisyTraffic(3000).Draw(1), RateMeasures.Excess);

        Assert.InRange(0, excess.Interval!.Value.Low, excess.Interval.Value.High);
        Assert.InRange(excess.SmallestEffect!.Value, 0.005, 0.03);
    }

    [Fact]
    public void Excess_OfAKnownDefect_IsFound()
    {
        var excess = Of(new NoisyTraffic(3000) { Defects = 0.1 }.Draw(1), RateMeasures.Excess);

        // A tenth of the turns is wrong; of those, the turns that differed by wording anyway tell nothing new.
        Assert.InRange(excess.Value!.Value, 0.05, 0.1);
        Assert.True(excess.Interval!.Value.Low > 0.03);
    }

    [Fact]
    public void Interval_OfTurnsThatAreCopiesOfOneAnother_IsThatOfConversations()
    {
        var once = new NoisyTraffic(400).Draw(2).Where(turn => turn.Seq == 1).ToArray();
        var tenfold = Enumerable.Range(0, 10).SelectMany(copy => once.Select(turn => turn with { Id = $"{turn.Id}-{copy}" })).ToArray();

        var expected = Of(once, RateMeasures.Mismatch);
        var found = Of(tenfold, RateMeasures.Mismatch);

        Assert.Equal(expected.Value!.Value, found.Value!.Value, 12);
        Assert.Equal(expected.Interval!.Value.Low, found.Interval!.Value.Low, 9);
        Assert.Equal((400, 4000), (found.Conversations, found.Turns));
    }

    [Fact]
    public void Rate_OfWeightedTurns_IsWeightedBack()
    {
        var half = new NoisyTraffic(500).Draw(3).Where(turn => turn.Kind == "ab").ToArray();
        var mixed = half.Select(turn => turn.Result == ComparisonResult.Matched ? turn with { Weight = 10 } : turn).ToArray();
        double matched = half.Count(turn => turn.Result == ComparisonResult.Matched);
        double differing = half.Count(TurnFacts.Differs);
        double same = half.Count(turn => turn.Result == ComparisonResult.BothFailedSame);

        Assert.Equal(differing / ((10 * matched) + differing + same), Of(mixed, RateMeasures.Mismatch).Value!.Value, 9);
    }

    [Fact]
    public void Rate_OfNoEvent_StillHasAnUpperEnd()
    {
        var blocking = Of(new NoisyTraffic(300).Draw(4), RateMeasures.Blocking);

        Assert.Equal(0, blocking.Value);
        Assert.Equal(0, blocking.Interval!.Value.Low);
        Assert.InRange(blocking.Interval.Value.High, 0.01, 0.02);
    }

    [Fact]
    public void FailureDifference_OfFiveAgainstNone_IsNotCalledShown()
    {
        var turns = new NoisyTraffic(200) { FailureRate = 0, FloorShare = 0 }.Draw(5);
        turns = [.. turns.Select((turn, i) => i is > 0 and < 500 && i % 100 == 0 ? turn with { Result = ComparisonResult.CandidateFailed } : turn)];

        var difference = Of(turns, RateMeasures.FailureDifference);

        Assert.True(difference.Value > 0);
        Assert.True(difference.Interval!.Value.Low < 0);
    }

    [Fact]
    public void Figures_OfTurnsThatDidNotRun_AreNone()
    {
        var skipped = new NoisyTraffic(100).Draw(6).Select(turn => turn with { Result = ComparisonResult.Skipped, Skipped = "budget" }).ToArray();

        Assert.All(
            new[] { Of(skipped, RateMeasures.Mismatch), Of(skipped, RateMeasures.Excess), Of(skipped, TotalRatio), Of(skipped, table => CostMeasures.Ratio(table, "EUR")) },
            estimate => Assert.True(estimate is { Value: null, Interval: null, Missing: not null }));
    }

    [Fact]
    public void Times_OfASlowerEngine_AreFoundOnTheTurnsThatBothAnswered()
    {
        var turns = new NoisyTraffic(2000) { Slower = 1.5, Dearer = 1.25 }.Draw(7);
        turns = [.. turns.Select(turn => turn.Result == ComparisonResult.CandidateFailed ? turn with { CandidateMs = 1 } : turn)];

        Assert.InRange(Of(turns, TotalRatio).Value!.Value, 1.4, 1.6);
        Assert.InRange(Of(turns, table => TimeMeasures.MedianDifference(table, TurnTime.Total)).Value!.Value, 350, 550);
        Assert.InRange(Of(turns, table => CostMeasures.Ratio(table, "EUR")).Value!.Value, 1.23, 1.27);
    }

    [Theory]
    [InlineData(0.3, false)]
    [InlineData(0.3, true)]
    [InlineData(4, false)]
    public void Times_OfOneEngineUnderOtherConditions_AreNoDifference(double conditions, bool v2Answers)
    {
        var turns = new NoisyTraffic(1500) { Conditions = conditions, V2Answers = v2Answers }.Draw(9);

        var excess = Of(turns, table => TimeMeasures.MedianDifference(table, TurnTime.Total));
        var floor = Of(turns, table => TimeMeasures.Conditions(table, TurnTime.Total));

        Assert.InRange(0, excess.Interval!.Value.Low, excess.Interval.Value.High);
        Assert.InRange(Of(turns, TotalRatio).Value!.Value, 0.9, 1.1);
        Assert.True(conditions < 1 ? floor.Interval!.Value.High < -300 : floor.Interval!.Value.Low > 300);
    }

    [Theory]
    [InlineData(TurnTime.Total)]
    [InlineData(TurnTime.FirstToken)]
    public void Times_OfASlowerEngineUnderOtherConditions_AreFound(TurnTime time)
    {
        var turns = new NoisyTraffic(2000) { Slower = 1.5, Conditions = 0.3 }.Draw(10);

        Assert.InRange(Of(turns, table => TimeMeasures.Ratio(table, time, 0.95)).Value!.Value, 1.35, 1.65);
        Assert.True(Of(turns, table => TimeMeasures.MedianDifference(table, time)).Interval!.Value.Low > 0);
    }

    [Fact]
    public void Times_OfTurnsThatWereNotRunAgainstThemselves_AreWithheldAndSayWhy()
    {
        var turns = new NoisyTraffic(800) { Slower = 3, FloorShare = 0 }.Draw(11);

        Assert.All(
            new[] { Of(turns, TotalRatio), Of(turns, table => TimeMeasures.MedianDifference(table, TurnTime.Total)), Of(turns, table => TimeMeasures.Quantile(table, TurnTime.Total, "v2", 0.5)) },
            time =>
            {
                Assert.Null(time.Value);
                Assert.Contains("run against itself", time.Missing, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Table_OfMoreConversationsThanAreDrawn_CountsEachAndKeepsTheInterval()
    {
        var turns = new NoisyTraffic(12_000) { Defects = 0.05, FloorShare = 0 }.Draw(12).Where(turn => turn.Seq == 1).ToArray();

        var rate = Of(turns, RateMeasures.Mismatch);

        Assert.Equal((12_000, 12_000), (rate.Turns, rate.Conversations));
        var halfWidth = 1.96 * Math.Sqrt(rate.Value!.Value * (1 - rate.Value.Value) / 12_000);
        Assert.InRange((rate.Interval!.Value.High - rate.Interval.Value.Low) / 2, 0.85 * halfWidth, 1.15 * halfWidth);
    }

    [Fact]
    public void Cost_PerConversationOfSampledSessions_IsThatOfAConversation()
    {
        var all = new NoisyTraffic(400).Draw(8);
        var sampled = all.Select(turn => turn with { Weight = 4 }).ToArray();
        Measure Cost(ConversationTable table) => CostMeasures.PerConversation(table, "v1", "EUR");

        Assert.Equal(Of(all, Cost).Value!.Value, Of(sampled, Cost).Value!.Value, 12);
    }

    [Fact]
    public void Quantile_OfWeights_CountsEachByIts()
    {
        var turns = new SortedTurns([(1, 1, 0), (2, 1, 1), (3, 2, 2), (10, 4, 3)], 4);

        Assert.Equal(6.5, turns.Quantile(0.5));
        Assert.Equal(2.5, turns.Quantile(0.25));
        Assert.Equal(3, turns.Quantile([1, 1, 1, 0], turns.At(0.6)));
        Assert.Equal(10, turns.Quantile(0.95));
        Assert.True(double.IsNaN(turns.Quantile([0, 0, 0, 0], turns.At(0.5))));
    }

    [Fact]
    public void Quantile_OfResamplesFarFromTheSample_IsThatOfSortingThem()
    {
        var random = new SeededRandom(12);
        var turns = Enumerable.Range(0, 4000).Select(i => (Value: (double)random.Below(900), Weight: 1.0, Cluster: i % 50)).ToArray();
        var sorted = new SortedTurns(turns, 50);
        for (var draw = 0; draw < 40; draw++)
        {
            // Half of the draws take only conversations whose turns are small, or only those whose are large.
            var counts = Enumerable.Range(0, 50).Select(c => (double)(draw % 4 == 0 ? (c < 5 ? 1 : 0) : random.Below(4))).ToArray();
            foreach (var share in new[] { 0.05, 0.5, 0.95 })
            {
                var drawn = turns.SelectMany(turn => Enumerable.Repeat(turn.Value, (int)counts[turn.Cluster])).Order().ToArray();
                var place = share * drawn.Length;
                var expected = Math.Abs(place - Math.Round(place)) < 1e-9 ? (drawn[(int)Math.Round(place) - 1] + drawn[(int)Math.Round(place)]) / 2 : drawn[(int)place];
                Assert.Equal(expected, sorted.Quantile(counts, sorted.At(share)));
            }
        }
    }

    private static Measure TotalRatio(ConversationTable table) => TimeMeasures.Ratio(table, TurnTime.Total, 0.95);

    private static Estimate Of(IReadOnlyList<ComparedTurn> turns, Func<ConversationTable, Measure> measure)
    {
        var table = new ConversationTable(turns);
        return Measured.All(table, [measure(table)], s_options)[0].Estimate(s_options);
    }
}
