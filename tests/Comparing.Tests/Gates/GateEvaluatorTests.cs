using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Tests.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Gates;

public sealed class GateEvaluatorTests
{
    private static readonly GateFile s_gate = new()
    {
        Version = 1,
        MinConversations = 100,
        Resamples = 400,
        MaxExcessMismatch = 0.08,
        MaxBlocking = 0.02,
        MaxBlockingCount = 0,
        MaxErrorRateDifference = 0.02,
        MaxP95Ratio = 1.3,
        MaxCostPerConversationRatio = 1.2,
    };

    private static readonly List<ComparedTurn> s_calm = new NoisyTraffic(800).Draw(3);

    [Fact]
    public void Evaluate_OfEnoughCalmTraffic_Passes()
    {
        var evaluation = GateEvaluator.Evaluate(s_gate, new(s_calm));

        Assert.Equal(GateStatus.Passed, evaluation.Status);
        Assert.All(evaluation.Criteria, criterion => Assert.Equal(CriterionStatus.Passed, criterion.Status));
    }

    [Fact]
    public void Evaluate_OfFewConversations_HasNotEnoughData()
    {
        var evaluation = GateEvaluator.Evaluate(s_gate, new(new NoisyTraffic(60).Draw(3)));

        Assert.Equal(GateStatus.NotEnoughData, evaluation.Status);
        Assert.Contains("of at least 100 conversations", Named(evaluation, CriterionNames.ExcessMismatch).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OfACeilingWithinTheInterval_HasNotEnoughDataAndSaysHowManyWouldTell()
    {
        var value = Named(GateEvaluator.Evaluate(s_gate, new(s_calm)), CriterionNames.ExcessMismatch).Value!.Value;
        var criterion = Named(GateEvaluator.Evaluate(s_gate with { MaxExcessMismatch = value + 0.005 }, new(s_calm)), CriterionNames.ExcessMismatch);

        Assert.Equal(CriterionStatus.NotEnoughData, criterion.Status);
        Assert.InRange(criterion.Ceiling, criterion.Interval!.Value.Low, criterion.Interval.Value.High);
        Assert.Contains("conversations would tell", criterion.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_WithoutRunsAgainstItself_HasNoExcess()
    {
        var evaluation = GateEvaluator.Evaluate(s_gate, new([.. s_calm.Where(turn => turn.Kind == "ab")]));

        var excess = Named(evaluation, CriterionNames.ExcessMismatch);
        Assert.Equal(CriterionStatus.NotEnoughData, excess.Status);
        Assert.Null(excess.Value);
        Assert.Contains("against itself", excess.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OfOneBlockingMismatch_FailsByCountAndNamesIt()
    {
        var turns = s_calm.ToList();
        var worst = turns.FindIndex(turn => turn.Kind == "ab" && turn.Result == ComparisonResult.Matched);
        turns[worst] = turns[worst] with { Result = ComparisonResult.Mismatched, Severity = Severity.Blocking };

        var evaluation = GateEvaluator.Evaluate(s_gate, new(turns));

        var criterion = Named(evaluation, CriterionNames.BlockingCount);
        Assert.Equal((GateStatus.Failed, CriterionStatus.Failed), (evaluation.Status, criterion.Status));
        Assert.Equal([turns[worst].Id], criterion.Evidence);
        Assert.Equal(CriterionStatus.Passed, Named(evaluation, CriterionNames.Blocking).Status);
    }

    [Fact]
    public void Evaluate_OfAnExpiredRule_Fails()
    {
        var turns = s_calm.Select((turn, i) => i == 7 ? turn with { ExpiredRule = true } : turn).ToList();

        Assert.Equal(GateStatus.Failed, GateEvaluator.Evaluate(s_gate, new(turns)).Status);
        Assert.Equal([turns[7].Id], Named(GateEvaluator.Evaluate(s_gate, new(turns)), CriterionNames.ExpiredIgnoreRules).Evidence);
        Assert.Equal(GateStatus.Failed, GateEvaluator.Evaluate(s_gate, new(s_calm) { ExpiredRules = ["17 (anna)"] }).Status);
    }

    [Fact]
    public void Evaluate_OfAModelWithoutAPrice_IsRefusedAndNamesTheModel()
    {
        var turns = s_calm.Select((turn, i) => i == 4 ? turn with { Unpriced = true, UnpricedModel = "sonnet-9" } : turn).ToList();

        var evaluation = GateEvaluator.Evaluate(s_gate, new(turns));

        Assert.Equal(GateStatus.Refused, evaluation.Status);
        Assert.Contains("'sonnet-9'", Assert.Single(evaluation.Errors), StringComparison.Ordinal);
        Assert.Null(Named(evaluation, CriterionNames.CostPerConversationRatio).Value);
        Assert.Equal(GateStatus.Passed, GateEvaluator.Evaluate(s_gate with { MaxCostPerConversationRatio = null }, new(turns)).Status);
    }

    [Fact]
    public void Evaluate_OfAWindowTheWrongWayRound_IsRefused()
    {
        var evaluation = GateEvaluator.Evaluate(s_gate, new(s_calm) { From = s_calm[9].At, To = s_calm[0].At });

        Assert.Equal(GateStatus.Refused, evaluation.Status);
        Assert.Contains("before it begins", Assert.Single(evaluation.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OfAWindow_CountsOnlyItsTurns()
    {
        var middle = s_calm[s_calm.Count / 2].At;

        var before = GateEvaluator.Evaluate(s_gate, new(s_calm) { To = middle });
        var after = GateEvaluator.Evaluate(s_gate, new(s_calm) { From = middle });

        Assert.Equal(s_calm.Count(turn => turn.Kind == "ab"), before.Turns + after.Turns);
        Assert.InRange(before.Turns, 1, s_calm.Count - 1);
    }

    [Fact]
    public void Evaluate_OnceV2Answers_StillSetsV2AgainstV1()
    {
        var evaluation = GateEvaluator.Evaluate(s_gate, new(new NoisyTraffic(800) { V2Answers = true, Slower = 2, MoreFailures = 0.08, Stage = "live" }.Draw(5)));

        Assert.InRange(Named(evaluation, CriterionNames.P95Ratio).Value!.Value, 1.7, 2.3);
        Assert.Equal(CriterionStatus.Failed, Named(evaluation, CriterionNames.P95Ratio).Status);
        Assert.Equal(CriterionStatus.Failed, Named(evaluation, CriterionNames.ErrorRateDifference).Status);
    }

    [Fact]
    public void Evaluate_OfTurnsNotRun_CountsThemNowhereButAsAbandoned()
    {
        var turns = s_calm.Select((turn, i) => i % 2 == 0 ? turn with { Result = ComparisonResult.Abandoned, CandidateMs = 1e9, CandidateCost = 1e9m } : turn).ToList();

        var evaluation = GateEvaluator.Evaluate(s_gate with { MaxAbandoned = 0.1 }, new(turns));

        Assert.InRange(Named(evaluation, CriterionNames.P95Ratio).Value!.Value, 0.8, 1.2);
        Assert.InRange(Named(evaluation, CriterionNames.CostPerConversationRatio).Value!.Value, 0.9, 1.1);
        Assert.Equal(CriterionStatus.Failed, Named(evaluation, CriterionNames.Abandoned).Status);
    }

    [Fact]
    public void Evaluate_OfFallbacksWhereV2AnsweredNobodyYet_DoesNotAskForThem()
    {
        var gate = s_gate with { MaxFallbackRate = 0.05 };

        Assert.Equal(GateStatus.Passed, GateEvaluator.Evaluate(gate, new(s_calm)).Status);
        Assert.Equal(
            CriterionStatus.NotEnoughData, Named(GateEvaluator.Evaluate(gate, new(new NoisyTraffic(800) { V2Answers = true }.Draw(3))), CriterionNames.FallbackRate).Status);
        Assert.Equal(GateStatus.NotEnoughData, GateEvaluator.Evaluate(gate, new([])).Status);
    }

    private static GateCriterion Named(GateEvaluation evaluation, string name) => evaluation.Criteria.Single(criterion => criterion.Name == name);
}
