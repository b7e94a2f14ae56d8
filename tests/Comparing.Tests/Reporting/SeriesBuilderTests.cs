using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Tests.Reporting;

public sealed class SeriesBuilderTests
{
    private static readonly List<ComparedTurn> s_turns = [.. SampleTraffic.Draw().Where(turn => turn.Mode == "resync")];

    [Theory]
    [InlineData(24)]
    [InlineData(1)]
    public void Points_AddUpToTheSummary_EachAtTheBeginningOfItsStep(int hours)
    {
        var points = Build(s_turns, TimeSpan.FromHours(hours));
        var summary = Summarizer.Of(s_turns);

        Assert.True(points.Count > 10);
        Assert.Equal(points.OrderBy(point => point.At), points);
        Assert.All(points, point => Assert.Equal(0, point.At.UtcTicks % TimeSpan.FromHours(hours).Ticks));
        Assert.Equal(
            (summary.Days.Sum(day => day.Same + day.Differing + day.Neither), summary.Days.Sum(day => day.Differing)),
            (points.Sum(point => point.Turns), points.Sum(point => point.Differs)));
    }

    [Fact]
    public void Point_OfOneDayAlone_HasTheRateAndFloorOfThatDay()
    {
        var point = Build(s_turns, TimeSpan.FromDays(1)).MaxBy(point => point.Conversations)!;
        var day = s_turns.Where(turn => turn.At >= point.At && turn.At < point.At.AddDays(1)).ToList();
        var figures = Summarizer.Of(day).Modes.Single().Rates;

        Assert.Equal((figures.Mismatch.Value, figures.Floor.Value), (point.Rate.Value, point.Floor.Value));
        Assert.Equal((figures.Mismatch.Missing, figures.Floor.Missing), (point.Rate.Missing, point.Floor.Missing));
        Assert.NotNull(point.Rate.Value);
        Assert.InRange(point.Rate.Value.Value, point.Rate.Interval!.Value.Low, point.Rate.Interval.Value.High);
    }

    [Fact]
    public void Causes_AreThoseOfTheSummary()
    {
        var counter = new CauseCounter();
        var numbers = s_turns.Select(turn => turn.Conversation).Distinct().Index().ToDictionary(one => one.Item, one => one.Index);
        foreach (var turn in s_turns)
        {
            counter.Add(turn, numbers[turn.Conversation]);
        }

        Assert.Equal(Summarizer.Of(s_turns).Causes, counter.Counts);
        Assert.True(counter.Counts.Count > 2);
    }

    private static IReadOnlyList<SeriesPoint> Build(IEnumerable<ComparedTurn> turns, TimeSpan step)
    {
        var builder = new SeriesBuilder(step);
        foreach (var turn in turns)
        {
            builder.Add(turn);
        }

        return builder.Build();
    }
}
