using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Tests.Ladder;

/// <summary>A defect put into the candidate, and how bad the verdict says it is.</summary>
public sealed class DefectTests
{
    [Theory]
    [InlineData("wrong price", "EP-1500 forkliftimiz 550.000 TL, stokta var. Ayrıntılar: https://shop.example/ep-1500", "entities.amounts")]
    [InlineData("missing price", "EP-1500 forkliftimiz stokta var. Ayrıntılar: https://shop.example/ep-1500", "entities.amounts")]
    [InlineData("other currency", "EP-1500 forkliftimiz 500.000 USD, stokta var. Ayrıntılar: https://shop.example/ep-1500", "entities.amounts")]
    [InlineData("missing link", "EP-1500 forkliftimiz 500.000 TL, stokta var.", "entities.links")]
    [InlineData("other product", "EP-2000 forkliftimiz 500.000 TL, stokta var. Ayrıntılar: https://shop.example/ep-1500", "entities.products")]
    [InlineData("negation", "EP-1500 forkliftimiz 500.000 TL, stokta yok. Ayrıntılar: https://shop.example/ep-1500", "entities.negation")]
    [InlineData("extra phone", Sample.Text + " Tel: 0850 123 45 67", "entities.phones")]
    [InlineData("extra e-mail", Sample.Text + " E-posta: satis@shop.example", "entities.emails")]
    [InlineData("extra date", Sample.Text + " Teslim: 15 Mart 2026", "entities.dates")]
    public async Task Compare_FactOfV2IsOther_IsMajor(string defect, string text, string field)
    {
        var verdict = await Sample.Compare(Sample.V1(), Sample.V2(text));

        Assert.True(verdict is { Result: ComparisonResult.Mismatched, Severity: Severity.Major, DecidedBy: "entities" }, defect);
        Assert.Contains(verdict.Steps.Single(step => step.Decided).Differences, difference => difference.Field == field);
    }

    [Fact]
    public async Task Compare_PricesOfTwoProductsSwapped_IsMajor()
    {
        var verdict = await Sample.Compare(
            Sample.V1("EP-1500: 500.000 TL\nEP-2000: 700.000 TL"),
            Sample.V2("EP-1500: 700.000 TL\nEP-2000: 500.000 TL"));

        Assert.Equal((ComparisonResult.Mismatched, Severity.Major, "entities"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.All(verdict.Steps.Single(step => step.Decided).Differences, difference => Assert.Equal("entities.prices", difference.Field));
    }

    [Fact]
    public async Task Compare_LongValue_IsKeptInPartWithoutHalfCharacters()
    {
        var control = Sample.V2() with { Captured = new Dictionary<string, Value> { ["note"] = Value.Of(new string('a', 298) + "😀😀😀") } };
        var candidate = Sample.V2() with { Captured = new Dictionary<string, Value> { ["note"] = Value.Of("b") } };

        var verdict = await Sample.Compare(control, candidate);

        var kept = verdict.Steps.SelectMany(step => step.Differences).Single(difference => difference.Field == "captured.note").Control!;
        Assert.EndsWith("a😀😀…", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_OneWordIsOther_IsMinor()
    {
        var verdict = await Sample.Compare(
            Sample.V1("Forkliftlerimiz dayanıklı, sessiz ve kolay kullanılır."), Sample.V2("Forkliftlerimiz sağlam, sessiz ve rahat kullanılır."));

        Assert.Equal((ComparisonResult.Mismatched, Severity.Minor, "wording"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal("model", verdict.Cause!.Kind);
    }

    [Fact]
    public async Task Compare_BranchLost_IsBlocking()
    {
        var verdict = await Sample.Compare(
            Sample.V2(), Sample.V2("Size nasıl yardımcı olabilirim?") with { Path = [new("1", "sentiment_detection", "output_6"), new("3", "end", null)] });

        Assert.Equal((ComparisonResult.Mismatched, Severity.Blocking, "structure"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal(new RootCause("branch", "1", "branch:1:1 output_1>1 output_6"), verdict.Cause);
    }

    [Fact]
    public async Task Compare_OtherBranchWithTheSameReply_Matches()
    {
        var verdict = await Sample.Compare(
            Sample.V2(), Sample.V2() with { Path = [new("1", "sentiment_detection", "output_6"), new("2", "ai_response", "output_1")] });

        Assert.Equal((ComparisonResult.Matched, Severity.None), (verdict.Result, verdict.Severity));
    }

    [Fact]
    public async Task Compare_CaptureLost_IsBlocking()
    {
        var verdict = await Sample.Compare(Sample.V2() with { Captured = Sample.Captured("a@b.example") }, Sample.V2());

        Assert.Equal((ComparisonResult.Mismatched, Severity.Blocking, "data"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal(("captured.email", "missing", "***"), Single(verdict));
    }

    [Fact]
    public async Task Compare_CapturedOtherwise_IsBlocking()
    {
        var verdict = await Sample.Compare(
            Sample.V2() with { Captured = Sample.Captured("a@b.example") }, Sample.V2() with { Captured = Sample.Captured("c@d.example") });

        Assert.Equal(Severity.Blocking, verdict.Severity);
        Assert.Equal(("captured.email", "changed", "***"), Single(verdict));
    }

    [Fact]
    public async Task Compare_ExtraEffect_IsBlocking()
    {
        var verdict = await Sample.Compare(
            Sample.V2() with { Effects = [Sample.Lead("a@b.example")] },
            Sample.V2() with { Effects = [Sample.Lead("a@b.example"), Sample.Lead("a@b.example")] });

        Assert.Equal((ComparisonResult.Mismatched, Severity.Blocking, "data"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal("effects.lead", Single(verdict).Field);
        Assert.DoesNotContain("a@b.example", VerdictJson.Write(verdict), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_HandOffLost_IsBlocking()
    {
        var control = Sample.V2() with { Path = [new("1", "sentiment_detection", "output_1"), new("9", "handoff", "output_1")] };
        var verdict = await Sample.Compare(control, Sample.V2());

        Assert.Equal(Severity.Blocking, verdict.Severity);
        Assert.Contains(verdict.Steps.SelectMany(step => step.Differences), difference => difference is { Field: "handoff", Kind: "missing" });
    }

    [Fact]
    public async Task Compare_V2AsksWhereV1Answers_IsBlocking()
    {
        var verdict = await Sample.Compare(Sample.V1(), Sample.V2Asking("Adınız nedir?"));

        Assert.Equal((ComparisonResult.Mismatched, Severity.Blocking, "structure"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal("branch", verdict.Cause!.Kind);
    }

    [Fact]
    public async Task Compare_V2AnswersAndAsksOn_IsMinorStructure()
    {
        var candidate = Sample.V2() with
        {
            Messages = [Sample.Says(Sample.Text), Sample.Asks("Başka sorunuz var mı?")],
            Status = "waiting",
            WaitingNodeId = "4",
        };
        var verdict = await Sample.Compare(Sample.V1(), candidate);

        Assert.Equal((ComparisonResult.Mismatched, "structure"), (verdict.Result, verdict.DecidedBy));
        Assert.All(
            verdict.Steps.Single(step => step.Name == "structure").Differences, difference => Assert.Equal(Severity.Minor, difference.Severity));
    }

    [Fact]
    public async Task Compare_WrongPriceBehindMinorStructure_IsMajor()
    {
        var candidate = Sample.V2() with { Messages = [Sample.Says("EP-1500 forkliftimiz 400.000 TL, stokta var."), Sample.Says("https://shop.example/ep-1500")] };
        var verdict = await Sample.Compare(Sample.V1(), candidate);

        Assert.Equal((Severity.Major, "structure"), (verdict.Severity, verdict.DecidedBy));
    }

    [Fact]
    public async Task Compare_WhatV1CannotHave_IsOnlyInV2()
    {
        var candidate = Sample.V2() with
        {
            Captured = Sample.Captured("a@b.example"),
            Effects = [Sample.Lead("a@b.example")],
            Messages = [Sample.Says("Hoş geldiniz!", MessageKind.Greeting), Sample.Says(Sample.Text) with { QuickReplies = ["Fiyat", "Stok"] }],
        };
        var verdict = await Sample.Compare(Sample.V1(), candidate);

        Assert.Equal((ComparisonResult.Matched, Severity.None, "exact"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal(3, verdict.OnlyIn.Count);
        Assert.All(verdict.OnlyIn, difference => Assert.Equal(("v2", Severity.None), (difference.OnlyIn, difference.Severity)));
    }

    private static (string Field, string Kind, string? Control) Single(Verdict verdict)
    {
        var difference = Assert.Single(verdict.Steps.Single(step => step.Decided).Differences);
        return (difference.Field, difference.Kind, difference.Control);
    }
}
