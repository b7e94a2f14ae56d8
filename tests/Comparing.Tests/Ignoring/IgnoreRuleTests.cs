using FlowEngine.Comparing.Ignoring;
using FlowEngine.Comparing.Tests.Ladder;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Ignoring;

public sealed class IgnoreRuleTests
{
    private const string Other = "EP-1500 forkliftimiz 550.000 TL, stokta var. Ayrıntılar: https://shop.example/ep-1500";
    private const string OtherWithoutLink = "EP-1500 forkliftimiz 550.000 TL, stokta var.";

    [Fact]
    public async Task Compare_OnlyIgnoredDifferences_IsNeitherMatchNorMismatch()
    {
        var verdict = await Compare(Other, Rule(3, "entities.*"));

        Assert.Equal((ComparisonResult.Ignored, Severity.None, "3"), (verdict.Result, verdict.Severity, verdict.IgnoredBy));
    }

    [Fact]
    public async Task Compare_IgnoredAndRealDifference_IsAMismatch()
    {
        var verdict = await Compare(OtherWithoutLink, Rule(3, "entities.amounts"), Rule(4, "entities.prices"));

        Assert.Equal((ComparisonResult.Mismatched, Severity.Major, "entities"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Contains("entities.links", verdict.Cause!.Cluster, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ExpiredRule_IgnoresNothingAndIsTold()
    {
        var verdict = await Compare(Other, Rule(3, "entities.*") with { Expires = Sample.Now });

        Assert.Equal((ComparisonResult.Mismatched, null, "3"), (verdict.Result, verdict.IgnoredBy, verdict.ExpiredRules));
    }

    [Fact]
    public async Task Compare_ExpiredRuleOfAnotherField_IsNotTold() =>
        Assert.Null((await Compare(Other, Rule(3, "entities.links") with { Expires = Sample.Now })).ExpiredRules);

    [Fact]
    public async Task Compare_Match_IsNotTouchedByRules()
    {
        var verdict = await Compare(Sample.Text, Rule(3, "*"));

        Assert.Equal((ComparisonResult.Matched, null), (verdict.Result, verdict.IgnoredBy));
    }

    [Theory]
    [InlineData("changed", null, ComparisonResult.Ignored)]
    [InlineData("missing", null, ComparisonResult.Mismatched)]
    [InlineData(null, "550000 TRY", ComparisonResult.Ignored)]
    [InlineData(null, "^7", ComparisonResult.Mismatched)]
    [InlineData(null, "(?<=x)", ComparisonResult.Mismatched)]
    public async Task Compare_RuleWithKindOrValue_CoversOnlyThose(string? kind, string? value, ComparisonResult result) =>
        Assert.Equal(result, (await Compare(Other, Rule(3, "entities.*") with { Kind = kind, Value = value })).Result);

    [Theory]
    [InlineData("entities.amounts", "entities.*", true)]
    [InlineData("entities.amounts", "entities.links", false)]
    [InlineData("captured.*", "*.email", true)]
    [InlineData("messages[*].image", "messages[0].*", true)]
    [InlineData("messages[1].image", "messages[0].*", false)]
    public void Check_TwoRules_AreRefusedWhereTheyCanOverlap(string first, string second, bool overlap)
    {
        var faults = IgnoreRules.Check([Rule(1, first), Rule(2, second)], Sample.Now);

        Assert.Equal(overlap ? ["overlapping"] : [], faults.Select(fault => fault.Code));
        Assert.All(faults, fault => Assert.Equal((2, 1), (fault.Rule, fault.Other)));
    }

    [Fact]
    public void Check_RulesOfTwoKinds_DoNotOverlap() =>
        Assert.Empty(IgnoreRules.Check(
            [Rule(1, "entities.*") with { Kind = "missing" }, Rule(2, "entities.*") with { Kind = "extra" }], Sample.Now));

    [Fact]
    public void Check_RuleWithoutOwnerReasonTimeOrKnownField_SaysSo()
    {
        var faults = IgnoreRules.Check([new IgnoreRule(1, " ", "", Sample.Now, "entitys.amounts", null, "(a{99}){99}")], Sample.Now);

        Assert.Equal(["owner_missing", "reason_missing", "expired", "field_unknown", "value_bad"], faults.Select(fault => fault.Code));
        Assert.All(faults, fault => Assert.NotEmpty(fault.Fix));
    }

    private static IgnoreRule Rule(long id, string field) => new(id, "ayse", "rounded prices", Sample.Now.AddDays(7), field);

    private static Task<Verdict> Compare(string candidate, params IgnoreRule[] rules) =>
        Sample.Compare(Sample.V1(), Sample.V2(candidate), Sample.Context with { Rules = rules });
}
