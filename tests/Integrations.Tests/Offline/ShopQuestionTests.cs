using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Integrations.Tests.Offline;

/// <summary>What a customer asks, and which of the things at hand answers it.</summary>
public sealed class ShopQuestionTests
{
    private static readonly Product s_left = Contexts.Product(1, "Yük XK-10 Forklift", 100m) with { Attributes = Facts(2000, 3000) };

    private static readonly Product s_right = Contexts.Product(2, "Yük XK-20 Forklift", 90m) with { Attributes = Facts(2500, 3100) };

    [Theory]
    [InlineData("XK-10 ile XK-20 karşılaştır")]
    [InlineData("compare XK-10 and XK-20")]
    public async Task Compose_TwoNamedProducts_AreComparedWithoutPraisingWeight(string question)
    {
        var answer = await Offline.AnswerAsync(Contexts.Ask(question, "tr", s_left, s_right));

        Assert.StartsWith("Ürünlerin karşılaştırması:", answer, StringComparison.Ordinal);
        Assert.Contains("- kapasite – Yük XK-10 Forklift: 2000 kg; Yük XK-20 Forklift: 2500 kg", answer, StringComparison.Ordinal);
        Assert.Contains("- Yük XK-20 Forklift: daha ucuz, kapasite daha yüksek", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("ağırlık daha yüksek", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_CheaperThanAnAmount_IsNoQuestionForTheCheapest() =>
        Assert.DoesNotContain(
            "The cheapest", await Offline.AnswerAsync(Contexts.Ask("forklifts cheaper than 500", "en", s_left, s_right)), StringComparison.Ordinal);

    [Fact]
    public async Task Compose_NamedProductAmongOtherWords_IsMeant() =>
        Assert.StartsWith(
            "- Yük XK-10 Forklift", await Offline.AnswerAsync(Contexts.Ask("is the XK-10 really any good outside", "en", s_left)), StringComparison.Ordinal);

    [Theory]
    [InlineData("zürafa satıyor musunuz", "tr", "kataloğumuzda bulunmuyor")]
    [InlineData("do you sell giraffes", "en", "Our catalogue has no product")]
    public async Task Compose_NotSold_SaysThatTheCatalogueHasNone(string question, string language, string expected)
    {
        var context = Contexts.Ask(question, language) with { ProductsWereSearched = false, Contact = Contexts.Contact };

        Assert.Contains(expected, await Offline.AnswerAsync(context), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iade koşulları")]
    [InlineData("how long is the iade")]
    public async Task Compose_NoMoreThanTheTitleAsked_BeginsAtTheBeginning(string question)
    {
        var answer = await Offline.AnswerAsync(Contexts.Ask(question) with { Passages = [Contexts.Returns] });

        Assert.StartsWith("Siparişler kargoyla gönderilir. Ürünleri teslimden sonra", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_TroubleWithAPassageNearby_OffersPeople()
    {
        var tyres = new Passage(9, "Forklift lastiği", "Lastik bozuk zeminde forklift için önemlidir.", null, 0.9);

        var answer = await Offline.AnswerAsync(Contexts.Ask("forkliftim bozuldu") with { Passages = [tyres], Contact = Contexts.Contact });

        Assert.StartsWith("Yaşadığınız sorun için üzgünüz", answer, StringComparison.Ordinal);
    }

    private static Dictionary<string, Value> Facts(decimal capacity, decimal weight) => new()
    {
        ["capacity_kg"] = Value.Of(capacity), ["weight_kg"] = Value.Of(weight),
    };
}
