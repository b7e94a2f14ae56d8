using FlowEngine.Comparing.Ladder;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Ladder;

public sealed class ModelStepTests
{
    private const string Control = "Forkliftlerimiz dayanıklı, sessiz ve kolay kullanılır.";
    private const string Candidate = "Forkliftlerimiz sağlam, sessiz ve rahat kullanılır.";

    [Theory]
    [InlineData(0.95f, ComparisonResult.Matched, Severity.None)]
    [InlineData(0.75f, ComparisonResult.Mismatched, Severity.Minor)]
    [InlineData(0.3f, ComparisonResult.Mismatched, Severity.Minor)]
    public async Task Embedding_InTheGreyBand_Decides(float similarity, ComparisonResult result, Severity severity)
    {
        var verdict = await Compare(new Embedder(similarity), null);

        Assert.Equal((result, severity, "embedding"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal(similarity, verdict.Steps.Single(step => step.Name == "embedding").Values["similarity"], 3);
    }

    [Theory]
    [InlineData(Judgement.Same, Judgement.Same, ComparisonResult.Matched, Severity.None)]
    [InlineData(Judgement.Different, Judgement.Different, ComparisonResult.Mismatched, Severity.Major)]
    [InlineData(Judgement.Contradicting, Judgement.Different, ComparisonResult.Mismatched, Severity.Major)]
    [InlineData(Judgement.Same, Judgement.Different, ComparisonResult.Inconclusive, Severity.None)]
    [InlineData(Judgement.Different, Judgement.Same, ComparisonResult.Inconclusive, Severity.None)]
    [InlineData(Judgement.Unsure, Judgement.Same, ComparisonResult.Inconclusive, Severity.None)]
    [InlineData(null, Judgement.Same, ComparisonResult.Inconclusive, Severity.None)]
    public async Task Judge_InBothOrders_DecidesWhereItAgreesWithItself(Judgement? first, Judgement? swapped, ComparisonResult result, Severity severity)
    {
        var judge = new Judge(first, swapped);
        var verdict = await Compare(null, judge);

        Assert.Equal((result, severity, "judge"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal([(Control, Candidate), (Candidate, Control)], judge.Asked.Select(question => (question.First, question.Second)));
        Assert.Equal(("strict", "2"), (verdict.Steps[^1].Notes["model"], verdict.Steps[^1].Notes["rubric"]));
    }

    [Fact]
    public async Task Models_AfterADecision_AreNotAsked()
    {
        var judge = new Judge(Judgement.Same, Judgement.Same);
        var embedder = new Embedder(1);
        var verdict = await new Comparator(new LadderOptions(), embedder, judge)
            .CompareAsync(Sample.V1(), Sample.V2(Sample.Text.Replace("500", "600", StringComparison.Ordinal)), Sample.Context, CancellationToken.None);

        Assert.Equal("entities", verdict.DecidedBy);
        Assert.Empty(judge.Asked);
        Assert.Equal(0, embedder.Asked);
        Assert.Equal(8, verdict.Steps.Count);
        Assert.InRange(verdict.Steps.Single(step => step.Name == "wording").Values["f1"], 0.5, 0.99);
    }

    [Fact]
    public async Task Judge_NotDrawn_IsInconclusive()
    {
        var judge = new Judge(Judgement.Same, Judgement.Same);
        var verdict = await Compare(null, judge, new LadderOptions { JudgeSample = 0 });

        Assert.Equal(ComparisonResult.Inconclusive, verdict.Result);
        Assert.Equal("not drawn", verdict.Steps[^1].Notes["reason"]);
        Assert.Empty(judge.Asked);
    }

    [Fact]
    public async Task Judge_SampledByHalf_IsDrawnForAboutHalfAndAlwaysTheSame()
    {
        var judge = new Judge(Judgement.Same, Judgement.Same);
        var options = new LadderOptions { JudgeSample = 0.5 };
        var drawn = 0;
        for (var turn = 0; turn < 200; turn++)
        {
            var first = await Compare(null, judge, options, $"turn{turn}");
            var again = await Compare(null, judge, options, $"turn{turn}");
            Assert.Equal(first.Result, again.Result);
            drawn += first.Result == ComparisonResult.Matched ? 1 : 0;
        }

        Assert.InRange(drawn, 70, 130);
    }

    private static Task<Verdict> Compare(IEmbedder? embedder, IReplyJudge? judge, LadderOptions? options = null, string key = "turn") =>
        new Comparator(options ?? new LadderOptions(), embedder, judge)
            .CompareAsync(Sample.V1(Control), Sample.V2(Candidate), Sample.Context with { SampleKey = key }, CancellationToken.None).AsTask();

    private sealed class Embedder(float similarity) : IEmbedder
    {
        public int Asked { get; private set; }

        public string Model => "tiny";

        public ValueTask<float[]?> EmbedAsync(string text, CancellationToken cancellationToken)
        {
            Asked++;
            return new(text == Control ? [1, 0] : [similarity, MathF.Sqrt(1 - (similarity * similarity))]);
        }
    }

    private sealed class Judge(Judgement? first, Judgement? swapped) : IReplyJudge
    {
        public List<JudgeQuestion> Asked { get; } = [];

        public string Model => "strict";

        public string RubricVersion => "2";

        public ValueTask<Judgement?> JudgeAsync(JudgeQuestion question, CancellationToken cancellationToken)
        {
            Asked.Add(question);
            return new(question.First == Control ? first : swapped);
        }
    }
}
