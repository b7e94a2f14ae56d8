using FlowEngine.Comparing.Ladder;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Tests.Ladder;

/// <summary>Where the steps that compare texts draw their lines.</summary>
public sealed class StepBoundTests
{
    private const string Said = "Forkliftlerimiz dayanıklı, sessiz ve kolay kullanılır.";
    private const string Alike = "Forkliftlerimiz sağlam, sessiz ve rahat kullanılır.";

    private static readonly ObservedProduct s_product = new(1, "EP-1500", 500_000, "TRY");

    [Fact]
    public async Task Exact_OfTheSameReply_IsEqual() =>
        Assert.True(await IsExactAsync(With(Sample.V2(), s_product), With(Sample.V2(), s_product)));

    [Fact]
    public async Task Exact_OfAnotherPriceOfAProduct_IsNotEqual() =>
        Assert.False(await IsExactAsync(With(Sample.V2(), s_product), With(Sample.V2(), s_product with { Price = 550_000 })));

    [Fact]
    public async Task Exact_OfAnotherProduct_IsNotEqual() =>
        Assert.False(await IsExactAsync(With(Sample.V2(), s_product), With(Sample.V2(), s_product with { Name = "EP-2000" })));

    [Fact]
    public async Task Exact_OfAnotherLink_IsNotEqual() =>
        Assert.False(await IsExactAsync(Change(Sample.V2(), message => message with { Links = [new("more", "https://shop.example/a")] }), Sample.V2()));

    [Fact]
    public async Task Exact_OfAnotherPicture_IsNotEqual() =>
        Assert.False(await IsExactAsync(Change(Sample.V2(), message => message with { ImageUrl = "https://shop.example/a.png" }), Sample.V2()));

    [Fact]
    public async Task Exact_OfOtherQuickReplies_IsNotEqualWhereBothEnginesHaveThem() =>
        Assert.False(await IsExactAsync(Sample.V2(), Change(Sample.V2(), message => message with { QuickReplies = ["Evet"] })));

    /// <summary>V1 has no quick replies.</summary>
    [Fact]
    public async Task Exact_OfQuickRepliesThatOnlyOneEngineCanHave_IsEqual() =>
        Assert.True(await IsExactAsync(Sample.V1(), Change(Sample.V2(), message => message with { QuickReplies = ["Evet"] })));

    [Fact]
    public async Task Wording_AtItsLines_IsEqualAndBelowEitherIsNot()
    {
        var measured = await WordingAsync(new());
        var (f1, rougeL) = (measured.Values["f1_without_entities"], measured.Values["rouge_l_without_entities"]);
        var lines = new LadderOptions { EqualF1 = f1, EqualRougeL = rougeL };

        Assert.Equal((true, true), Of(await WordingAsync(lines)));
        Assert.Equal((null, false), Of(await WordingAsync(lines with { EqualF1 = Math.BitIncrement(f1) })));
        Assert.Equal((null, false), Of(await WordingAsync(lines with { EqualRougeL = Math.BitIncrement(rougeL) })));
    }

    [Fact]
    public async Task Wording_BelowTheLineOfDifference_IsDifferentAndAtItIsNotDecided()
    {
        var f1 = (await WordingAsync(new())).Values["f1_without_entities"];
        var strict = new LadderOptions { EqualF1 = 1 };

        Assert.Equal((null, false), Of(await WordingAsync(strict with { DifferentF1 = f1 })));
        Assert.Equal((false, true), Of(await WordingAsync(strict with { DifferentF1 = Math.BitIncrement(f1) })));
    }

    [Fact]
    public async Task Wording_ThatIsEqual_NamesNoDifference()
    {
        Assert.Empty((await WordingAsync(new() { EqualF1 = 0, EqualRougeL = 0 })).Differences);
        Assert.Equal("messages.text", Assert.Single((await WordingAsync(new())).Differences).Field);
    }

    private static (bool? Equal, bool Decided) Of(LadderStep step) => (step.Equal, step.Decided);

    private static async Task<bool?> IsExactAsync(Observation control, Observation candidate) =>
        (await Sample.Compare(control, candidate)).Steps.Single(step => step.Name == "exact").Equal;

    /// <summary>A model takes part, so that the step decides only what it is sure of.</summary>
    private static async Task<LadderStep> WordingAsync(LadderOptions options)
    {
        var comparator = new Comparator(options, new SameEmbedder());
        var verdict = await comparator.CompareAsync(Sample.V1(Said), Sample.V2(Alike), Sample.Context, CancellationToken.None);
        return verdict.Steps.Single(step => step.Name == "wording");
    }

    private static Observation With(Observation observation, ObservedProduct product) => Change(observation, message => message with { Products = [product] });

    private static Observation Change(Observation observation, Func<ObservedMessage, ObservedMessage> change) =>
        observation with { Messages = [.. observation.Messages.Select(change)] };

    private sealed class SameEmbedder : IEmbedder
    {
        public string Model => "same";

        public ValueTask<float[]?> EmbedAsync(string text, CancellationToken cancellationToken) => new([1f, 0f]);
    }
}
