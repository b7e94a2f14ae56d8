using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Integrations.Tests.Offline;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("tr", "Merhaba!", "18.500,00 TRY", "stokta son 2 adet", "stokta yok")]
    [InlineData("en", "Hello!", "TRY 18,500.00", "only 2 left in stock", "out of stock")]
    public async Task Compose_ProductsWithGreeting_ListsNameLinkPriceAndStock(
        string language, string hello, string price, string few, string none)
    {
        var answer = await Offline.AnswerAsync(Contexts.Ask(
            "selam, forklift hello",
            language,
            Contexts.Product(1, "Akülü Forklift", 18500m, stock: 2),
            Contexts.Product(2, "Dizel Forklift", null, stock: 0)));

        Assert.StartsWith(hello, answer, StringComparison.Ordinal);
        Assert.Contains($"Akülü Forklift [LINK:shop:product:urun-1] – {price} – {few}. Kapalı depo için uygundur.", answer, StringComparison.Ordinal);
        Assert.Contains(none, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("İkinci cümle", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_Cheapest_NamesTheCheapestFirstAndTheCheapestInStock()
    {
        var context = Contexts.Ask(
            "en ucuz forklift hangisi",
            "tr",
            Contexts.Product(1, "Pahalı Forklift", 900m),
            Contexts.Product(2, "Ucuz Forklift", 100m, stock: 0)) with
        {
            PriceQueryType = "cheapest",
            Category = "Forklift",
            VatNote = "Fiyatlara KDV dahil değildir.",
        };

        var lines = (await Offline.AnswerAsync(context)).Split('\n');

        Assert.Equal("Forklift kategorisindeki en ucuz seçeneğimiz:", lines[0]);
        Assert.StartsWith("- Ucuz Forklift", lines[1], StringComparison.Ordinal);
        Assert.Equal("Stokta olanların en ucuzu:", lines[2]);
        Assert.StartsWith("- Pahalı Forklift", lines[3], StringComparison.Ordinal);
        Assert.Equal("Fiyatlara KDV dahil değildir.", lines[^1]);
    }

    [Fact]
    public async Task Compose_Dearest_ComparesAmountsNotPositions()
    {
        var context = Contexts.Ask(
            "most expensive one",
            "en",
            Contexts.Product(1, "Small", 100m),
            Contexts.Product(2, "Big", 900m)) with
        { PriceQueryType = "dearest" };

        var lines = (await Offline.AnswerAsync(context)).Split('\n');

        Assert.Equal("Our most expensive option:", lines[0]);
        Assert.StartsWith("- Big", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_Range_SaysBothEnds()
    {
        var context = Contexts.Ask(
            "fiyatlar", "tr", Contexts.Product(1, "A", 100m), Contexts.Product(2, "B", 300m)) with
        { PriceQueryType = "range" };

        Assert.StartsWith("Fiyatlar 100,00 TRY ile 300,00 TRY arasında:", await Offline.AnswerAsync(context), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_PriceOnRequest_SaysSo()
    {
        var context = Contexts.Ask("price of SKU-1", "en", Contexts.Product(1, "Big Lift", null)) with { PriceQueryType = "named" };

        var answer = await Offline.AnswerAsync(context);

        Assert.Contains("price on request", answer, StringComparison.Ordinal);
        Assert.Contains("ask for an offer", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_ConvertedPrice_SaysTheDateOfTheRates()
    {
        var product = Contexts.Product(1, "Akülü Forklift", 1000m) with
        {
            ConvertedPrices = [new(25m, "EUR", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero))],
        };

        var answer = await Offline.AnswerAsync(Contexts.Ask("euro fiyatı nedir", "tr", product));

        Assert.Contains("1.000,00 TRY (25,00 EUR, 01.03.2026 kuruyla)", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_Comparison_TellsDifferencesAdvantagesAndWhatIsCommon()
    {
        var left = Contexts.Product(1, "Kısa", 100m);
        var right = Contexts.Product(2, "Uzun", 200m);
        var context = Contexts.Ask("hangisi daha iyi", "tr", left, right) with
        {
            Comparison = new(
                [left, right],
                [new("lift_height_mm", [Value.Of(3000m), Value.Of(4500.5m)]), new("power", [Value.Of("diesel"), Value.Null])],
                [new("warranty_months", [Value.Of(24m), Value.Of(24m)])],
                [new(1, "cheaper"), new(2, "higher:lift_height_mm")],
                "table"),
        };

        var answer = await Offline.AnswerAsync(context);

        Assert.Contains("- kaldırma yüksekliği – Kısa: 3000 mm; Uzun: 4500,5 mm", answer, StringComparison.Ordinal);
        Assert.Contains("- güç kaynağı – Kısa: dizel; Uzun: –", answer, StringComparison.Ordinal);
        Assert.Contains("- Kısa: daha ucuz", answer, StringComparison.Ordinal);
        Assert.Contains("- Uzun: kaldırma yüksekliği daha yüksek", answer, StringComparison.Ordinal);
        Assert.Contains("- garanti: 24 ay", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iletişim bilgisi", "tr", "Hafta içi 09.00-18.00")]
    [InlineData("İletişim bilgileriniz?", "tr", "Hafta içi 09.00-18.00")]
    [InlineData("what is your phone number", "en", "Mon-Fri 9 to 18")]
    public async Task Compose_ContactAsked_GivesAllFacts(string message, string language, string hours)
    {
        var answer = await Offline.AnswerAsync(
            Contexts.Ask(message, language, Contexts.Product(1, "Forklift", 1m)) with { Contact = Contexts.Contact });

        Assert.All(
            ["+90 216 000 00 00", "+90 530 000 00 00", "bilgi@depo.example", "Depo Sokak 1, İstanbul", hours, "/arama-formu"],
            fact => Assert.Contains(fact, answer, StringComparison.Ordinal));
        Assert.DoesNotContain("Forklift", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_Passage_SaysTheSentenceThatAnswersWithItsSource()
    {
        var other = Contexts.Returns with { Id = 8, Title = "Kargo", Content = "Kargo ücretsizdir.", Score = 0.9 };

        var answer = await Offline.AnswerAsync(Contexts.Ask("iade süresi kaç gün") with { Passages = [other, Contexts.Returns] });

        Assert.Equal(
            "Ürünleri teslimden sonra on dört gün içinde iade edebilirsiniz.\nKaynak: İade koşulları – https://depo.example/iade", answer);
    }

    [Fact]
    public async Task Compose_PassageFitsBetterThanProducts_AnswersFromThePassage()
    {
        var context = Contexts.Ask("iade koşulları nedir", "tr", Contexts.Product(1, "Akülü Forklift", 1m)) with { Passages = [Contexts.Returns] };

        Assert.Contains("Kaynak: İade koşulları", await Offline.AnswerAsync(context), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr", null, "kataloğumuzda bulunmuyor")]
    [InlineData("en", "Forklifts", "no product in Forklifts")]
    public async Task Compose_NothingFound_SaysSoAndOffersContact(string language, string? category, string expected)
    {
        var answer = await Offline.AnswerAsync(
            Contexts.Ask("<b>uzay mekiği</b>", language) with { Category = category, Contact = Contexts.Contact });

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Contains("+90 216 000 00 00", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_ProductsFoundByChance_SaysThatItDoesNotKnow()
    {
        var answer = await Offline.AnswerAsync(Contexts.Ask("kapalı havuz sıcaklığı", "tr", Contexts.Product(1, "Akülü Forklift", 1m)));

        Assert.Equal("Bu konuda elimde bilgi yok.", answer);
    }

    [Fact]
    public async Task Compose_VatNoteDirective_IsSaidBesidePrices()
    {
        var context = Contexts.Ask("forklift", "tr", Contexts.Product(1, "Akülü Forklift", 1m));

        var answer = await Offline.AnswerAsync(context with { Directives = [Contexts.Rule("vat_note", "KDV hariçtir.")] });

        Assert.EndsWith("\nKDV hariçtir.", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("forkliftim bozuldu", "tr", "üzgünüz")]
    [InlineData("my truck is broken", "en", "sorry")]
    public async Task Compose_SupportAsked_GivesContact(string message, string language, string expected)
    {
        var answer = await Offline.AnswerAsync(
            Contexts.Ask(message, language, Contexts.Product(1, "Forklift", 1m)) with { Contact = Contexts.Contact });

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Contains("+90 216 000 00 00", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_NothingSearched_SaysThatItDoesNotKnow() =>
        Assert.Equal(
            "I have no information about that.",
            await Offline.AnswerAsync(Contexts.Ask("what is the capital of France", "en") with { ProductsWereSearched = false }));

    [Fact]
    public async Task Compose_OneProductNamed_TellsItsAttributes()
    {
        var named = Contexts.Product(1, "Yük YD-20 Forklift", 5m) with
        {
            Attributes = new Dictionary<string, Value> { ["capacity_kg"] = Value.Of(2000m) },
        };

        var answer = await Offline.AnswerAsync(Contexts.Ask("YD-20 hakkında bilgi", "tr", named, Contexts.Product(2, "Başka Forklift", 6m)));

        Assert.Contains("Özellikler: kapasite: 2000 kg.", answer, StringComparison.Ordinal);
        Assert.Contains("İkinci cümle.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Başka Forklift", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_MaxProducts_ShowsNoMore()
    {
        var products = Enumerable.Range(1, 9).Select(id => Contexts.Product(id, $"Forklift {id}", id)).ToArray();

        var answer = await Offline.AnswerAsync(
            Contexts.Ask("forklift", "tr", products) with { Directives = [Contexts.Rule("max_products", "2")] });

        Assert.Equal(2, answer.Split("[LINK:").Length - 1);
    }

    [Fact]
    public async Task Compose_MarkupInData_IsNotSaid()
    {
        var product = Contexts.Product(1, "Forklift", 1m) with { Description = "<script>x()</script> İyi **makine** [LINK:shop:product:baska]." };

        var answer = await Offline.AnswerAsync(Contexts.Ask("forklift göster", "tr", product));

        Assert.DoesNotContain("<", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("*", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("baska", answer, StringComparison.Ordinal);
    }
}
