using System.Text.Json;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Tests.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Reporting;

public sealed class SummarizerTests
{
    private static readonly List<ComparedTurn> s_turns = SampleTraffic.Draw(300);

    private static readonly Summary s_summary = Summarizer.Of(s_turns, new(400));

    [Fact]
    public void Of_AnyTurns_HasSumsThatAgree()
    {
        int Result(params string[] names) => s_summary.Results.Where(result => names.Contains(result.Name)).Sum(result => result.Count);

        Assert.Equal(s_turns.Count, s_summary.Turns);
        Assert.Equal(s_turns.Count, s_summary.Results.Sum(result => result.Count));
        Assert.Equal(s_turns.Count, s_summary.Stages.Sum(stage => stage.Count));
        Assert.Equal(s_turns.Count, s_summary.Groups.Sum(group => group.Turns));
        Assert.All(s_summary.Groups, group => Assert.Equal(group.Turns, group.Results.Sum(result => result.Count)));
        Assert.Equal(Result("skipped"), s_summary.Skipped.Sum(reason => reason.Count));
        Assert.Equal(s_turns.Count - Result("skipped", "pending", "abandoned"), s_summary.Severities.Sum(severity => severity.Count));
        Assert.Equal(s_turns.Count(turn => turn.Kind == "ab"), s_summary.Days.Sum(day => day.Same + day.Differing + day.Neither + day.NotRun));
        Assert.Equal(s_summary.Modes.Sum(mode => mode.Rates.Mismatch.Turns), s_summary.Days.Sum(day => day.Same + day.Differing));
        Assert.Equal(
            s_turns.Count(turn => turn.Kind == "ab" && TurnFacts.Differs(turn) && turn.Cluster is not null), s_summary.Causes.Sum(cause => cause.Turns));
    }

    [Fact]
    public void Of_Causes_NamesTheWorstOfEachAsExample() => Assert.All(s_summary.Causes, cause =>
    {
        var example = s_turns.Single(turn => turn.Id == cause.ExampleId);
        Assert.Equal((cause.Cluster, cause.Severity), (example.Cluster, example.Severity));
        Assert.DoesNotContain(s_turns, turn => turn.Kind == "ab" && turn.Cluster == cause.Cluster && TurnFacts.Differs(turn) && turn.Severity > cause.Severity);
    });

    [Fact]
    public void Of_BothModes_NeverMixesThem()
    {
        Assert.Equal(["resync", "free"], s_summary.Modes.Select(mode => mode.Mode));
        Assert.Equal("v1", s_summary.Modes[0].FloorOf);
        Assert.NotNull(s_summary.Modes[0].Rates.Excess.Value);
        Assert.Null(s_summary.Modes[1].Rates.Excess.Value);
    }

    [Fact]
    public void Of_AModelWithoutAPrice_NamesItAndLeavesItsTurnsOutOfCosts()
    {
        var summary = Summarizer.Of(s_turns.Select((turn, i) => i % 5 == 0 ? turn with { Unpriced = true, UnpricedModel = "sonnet-9", CandidateCost = null } : turn), new(400));

        Assert.Contains(summary.PriceFaults, fault => fault.Contains("'sonnet-9'", StringComparison.Ordinal));
        Assert.True(summary.Modes[0].Costs[0].Ratio.Turns < s_summary.Modes[0].Costs[0].Ratio.Turns);
        Assert.InRange(summary.Modes[0].Costs[0].Ratio.Value!.Value, 1.08, 1.22);
    }

    [Fact]
    public void Write_OfTheSameTurns_IsTheSameJson()
    {
        var json = SummaryJson.Write(s_summary);

        Assert.Equal(json, SummaryJson.Write(Summarizer.Of(s_turns, new(400))));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(s_turns.Count, document.RootElement.GetProperty("turns").GetInt32());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("modes")[1].GetProperty("rates").GetProperty("excess").GetProperty("value").ValueKind);
    }

    [Fact]
    public void Parts_OfASummary_SayTheExcessInASentenceAndShowTheResults()
    {
        var parts = SummaryText.Parts(s_summary).ToList();

        Assert.Matches(@"V2 differs \d+\.\d %, V1 from itself \d+\.\d %, excess -?\d+\.\d % \[-?\d+\.\d, -?\d+\.\d\]\.", Said.In(parts));
        Assert.Equal(s_summary.Results.Count(result => result.Count > 0), parts.OfType<ReportTable>().Single(table => table.Title == "Results").Rows.Count);
    }

    [Fact]
    public void Parts_WithComparisonsToCome_CountThem()
    {
        var said = Said.In(SummaryText.Parts(
            Summarizer.Of(s_turns.Select((turn, i) => i % 50 == 0 ? turn with { Result = ComparisonResult.Pending } : turn), new(400)) with { NotEntered = 7 }));

        Assert.Matches(@"Pending: \d+ of them wait to be run", said);
        Assert.Contains("7 turns, which are asked for but not entered yet", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ThousandsOfConversations_FindsSmallEffects()
    {
        var turns = new NoisyTraffic(5000) { Defects = 0.02 }.Draw(1);

        var summary = Summarizer.Of(turns, new(300));

        Assert.Equal(5000, summary.Conversations);
        Assert.InRange(summary.Modes[0].Rates.Excess.SmallestEffect!.Value, 0.002, 0.02);
        Assert.Equal(Severity.Major, summary.Causes.Max(cause => cause.Severity));
    }
}
