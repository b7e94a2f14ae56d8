using System.Globalization;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Tests.Statistics;

namespace FlowEngine.Comparing.Tests.Gates;

public sealed class WindowWatchTests
{
    private static readonly GateFile s_gate = new()
    {
        Version = 1,
        MinConversations = 60,
        Resamples = 400,
        MaxErrorRateDifference = 0.01,
        MaxP95Ratio = 1.25,
        MaxFallbackRate = 0.06,
    };

    private static readonly DateTimeOffset s_begin = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Judge_OfCalmTrafficLookedAtAgainAndAgain_NeverStepsBackAndSeldomHolds()
    {
        var holds = 0;
        for (var seed = 1UL; seed <= 8; seed++)
        {
            var decisions = Slide(Live(500, seed), 160, 20);
            Assert.DoesNotContain(decisions, decision => decision.Action == WatchAction.StepBack);
            holds += decisions.Count(decision => decision.Action == WatchAction.Hold);
        }

        Assert.InRange(holds, 0, 8 * 18 / 10);
    }

    [Fact]
    public void Judge_OnceV2FailsMore_StepsBackOnceAndByEvidence()
    {
        var bad = new NoisyTraffic(300) { V2Answers = true, Stage = "live", MoreFailures = 0.15, Prefix = "b", Begin = s_begin + (200 * TimeSpan.FromMinutes(7)) };

        var decisions = Slide([.. Live(200, 4), .. bad.Draw(4)], 160, 20);

        var back = decisions.FindIndex(decision => decision.Action == WatchAction.StepBack);
        Assert.InRange(back, 1, 10);
        Assert.NotEmpty(decisions[back].Evidence);
        Assert.All(decisions[back].Evidence, id => Assert.StartsWith("b", id, StringComparison.Ordinal));
        Assert.NotEqual(WatchAction.StepBack, decisions[back + 1].Action);
    }

    [Fact]
    public void Judge_OfOneShortBurst_DoesNotStepBack()
    {
        var turns = Live(300, 6);
        var burst = turns.Select((turn, i) => i is > 600 and < 615 && turn.Kind == "ab" ? turn with { Result = Comparing.Verdicts.ComparisonResult.ControlFailed } : turn).ToList();

        Assert.DoesNotContain(Slide(burst, 160, 20), decision => decision.Action == WatchAction.StepBack);
    }

    [Theory]
    [InlineData(0.2, WatchAction.StepBack)]
    [InlineData(0.01, WatchAction.Keep)]
    public void Judge_OfFallbacksAlone_Decides(double rate, WatchAction expected)
    {
        var random = new SeededRandom(9);
        var answered = Enumerable.Range(0, 900)
            .Select(i => new AnsweredTurn($"t{i}", "t", $"c{i / 4}", s_begin + TimeSpan.FromMinutes(i), random.Uniform() < rate))
            .ToArray();

        var decision = WindowWatch.Judge(s_gate, new([]) { Answered = answered }, null, s_begin + TimeSpan.FromDays(1));

        Assert.Equal(expected, decision.Action);
        Assert.Equal(expected == WatchAction.StepBack ? CriterionNames.FallbackRate : null, decision.Criterion);
    }

    [Fact]
    public void Judge_WhileACriterionIsNotBack_GoesOnHolding()
    {
        var window = new GateInput(Live(700, 8));
        var held = new WatchDecision(WatchAction.Hold, s_begin, CriterionNames.P95Ratio, "", []);

        var newer = new GateInput([.. window.Turns.Where(turn => int.Parse(turn.Conversation.AsSpan(1), CultureInfo.InvariantCulture) >= 350)]);
        var value = GateEvaluator.Evaluate(s_gate, newer).Criteria.Single(criterion => criterion.Name == CriterionNames.P95Ratio).Value!.Value;

        Assert.Equal(WatchAction.Keep, WindowWatch.Judge(s_gate, window, held, s_begin).Action);
        Assert.Equal(WatchAction.Hold, WindowWatch.Judge(s_gate with { MaxP95Ratio = value - 0.02 }, window, held, s_begin).Action);
        Assert.Equal(WatchAction.Keep, WindowWatch.Judge(s_gate with { MaxP95Ratio = value - 0.02 }, window, null, s_begin).Action);
    }

    private static List<ComparedTurn> Live(int conversations, ulong seed) => new NoisyTraffic(conversations) { V2Answers = true, Stage = "live" }.Draw(seed);

    /// <summary>What a watch decides that looks at the last <paramref name="window"/> conversations after every <paramref name="step"/>.</summary>
    private static List<WatchDecision> Slide(List<ComparedTurn> turns, int window, int step)
    {
        var conversations = turns.GroupBy(turn => turn.Conversation).Select(conversation => conversation.ToArray()).ToArray();
        var decisions = new List<WatchDecision>();
        for (var end = window; end <= conversations.Length; end += step)
        {
            var seen = conversations[(end - window)..end].SelectMany(conversation => conversation).ToArray();
            decisions.Add(WindowWatch.Judge(s_gate, new(seen), decisions.Count == 0 ? null : decisions[^1], seen.Max(turn => turn.At)));
        }

        return decisions;
    }
}
