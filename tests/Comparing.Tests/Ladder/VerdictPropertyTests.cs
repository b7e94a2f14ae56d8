using FlowEngine.Comparing.Ignoring;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Comparing.Tests.Ladder;

public sealed class VerdictPropertyTests
{
    private static readonly Arbitrary<(Observation Left, Observation Right)> s_pairs =
        (from left in Generated.Observations from right in Generated.Observations select (left, right)).ToArbitrary();

    private static readonly string[] s_fields =
    [
        "failure", "structure.*", "captured.*", "effects.*", "entities.amounts", "entities.links", "entities.negation", "messages.text", "handoff",
    ];

    [Fact]
    public void Compare_WithItself_NeverDiffers() =>
        Prop.ForAll(Generated.Observations.ToArbitrary(), async one =>
        {
            var verdict = await Compare(one, one);
            return verdict.Result == (one.Failure is null ? ComparisonResult.Matched : ComparisonResult.BothFailedSame)
                && verdict.Severity == Severity.None
                && verdict.Cause is null
                && verdict.OnlyIn.Count == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compare_TheOtherWayRound_IsTheMirror() =>
        Prop.ForAll(s_pairs, async pair =>
        {
            var (left, right) = pair;
            var (one, other) = (await Compare(left, right), await Compare(right, left));
            return Mirrored(one.Result) == other.Result
                && one.Severity == other.Severity
                && one.DecidedBy == other.DecidedBy
                && one.Steps.Select(step => step.Equal).SequenceEqual(other.Steps.Select(step => step.Equal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compare_IgnoringOneField_LeavesTheOthersAsTheyWere() =>
        Prop.ForAll(
            s_pairs, Gen.Elements(s_fields).ToArbitrary(), async (pair, field) =>
            {
                var (left, right) = pair;
                var (plain, ignoring) = (await Compare(left, right), await Compare(left, right, Rule(1, field)));
                var others = Counting(plain).Where(difference => !FieldPattern.IsMatch(field, difference.Field)).ToList();
                return others.Count == 0
                    ? ignoring.Result is not ComparisonResult.Mismatched
                    : ignoring.Result is not (ComparisonResult.Matched or ComparisonResult.Ignored) && ignoring.Severity >= others.Max(difference => difference.Severity);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compare_Afterwards_HoldsNothingPersonal() =>
        Prop.ForAll(s_pairs, async pair =>
        {
            var (left, right) = pair;
            var json = VerdictJson.Write(await Compare(left, right));
            return !json.Contains("@b.example", StringComparison.Ordinal)
                && !json.Contains("123 45 67", StringComparison.Ordinal)
                && !json.Contains("4111", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clean_BeforeAndAfterComparing_ChangesNoVerdictAndNoObservation() =>
        Prop.ForAll(s_pairs, async pair =>
        {
            var (left, right) = pair;
            var before = (ObservationJson.Write(left), VerdictJson.Write(await Compare(left, right)));
            _ = (ObservationMask.Clean(left), ObservationMask.Clean(right));
            return before == (ObservationJson.Write(left), VerdictJson.Write(await Compare(left, right)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Verdict_ThroughJson_IsTheSame() =>
        Prop.ForAll(s_pairs, async pair =>
        {
            var (left, right) = pair;
            var json = VerdictJson.Write(await Compare(left, right));
            return VerdictJson.Write(VerdictJson.Read(json)!) == json;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Compare_AddressesThatMaskAlike_Differ()
    {
        var verdict = await Sample.Compare(Sample.V1("Bize yazın: satis@a.example"), Sample.V2("Bize yazın: satis@b.example"));

        Assert.Equal((ComparisonResult.Mismatched, Severity.Major), (verdict.Result, verdict.Severity));
        var difference = verdict.Steps.Single(step => step.Decided).Differences.Single();
        Assert.Equal(("[email]", "[email]"), (difference.Control, difference.Candidate));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("5.000 TL ")]
    [InlineData("a@a.")]
    [InlineData("değil. ")]
    [InlineData("0532 ")]
    [InlineData("\u0301")]
    public async Task Compare_HostileTexts_ComesToAnEnd(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        var verdict = await Sample.Compare(Sample.V1(text), Sample.V2("x " + text));

        Assert.Null(verdict.ComparatorFault);
        Assert.Equal(8, verdict.Steps.Count);
    }

    /// <summary>The differences that the result is made of: of a failed side, those of failing and of what was done before.</summary>
    private static IEnumerable<Difference> Counting(Verdict verdict) => verdict.Result switch
    {
        ComparisonResult.Matched => [],
        ComparisonResult.ControlFailed or ComparisonResult.CandidateFailed or ComparisonResult.BothFailedDifferently or ComparisonResult.BothFailedSame =>
            verdict.Steps.Where(step => step.Name is "failure" or "data").SelectMany(step => step.Differences),
        _ => verdict.Steps.SelectMany(step => step.Differences),
    };

    private static ComparisonResult Mirrored(ComparisonResult result) => result switch
    {
        ComparisonResult.ControlFailed => ComparisonResult.CandidateFailed,
        ComparisonResult.CandidateFailed => ComparisonResult.ControlFailed,
        _ => result,
    };

    private static IgnoreRule Rule(long id, string field) => new(id, "ali", "known", Sample.Now.AddDays(1), field);

    private static Task<Verdict> Compare(Observation control, Observation candidate, params IgnoreRule[] rules) =>
        Sample.Compare(control, candidate, Sample.Context with { Rules = rules });
}
