using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Shop;

public sealed class PriceQueryTests
{
    [Theory]
    [InlineData("en ucuz ürün hangisi", "cheapest", 2, 1, 3, 4)]
    [InlineData("the most expensive one", "dearest", 4, 3, 1, 2)]
    [InlineData("10.000 - 70.000 TL arası", "range", 2, 1)]
    [InlineData("bütçem 50 bin TL", "range", 2)]
    [InlineData("over 70,000 TL please", "range", 3, 4)]
    [InlineData("1,000 USD to 2,500 USD", "range", 1, 3)]
    [InlineData("70 bin lira civarı", "range", 1, 3)]
    [InlineData("EP-2000 ne kadar", "named", 3)]
    [InlineData("How much is the FE-18?", "named", 5)]
    [InlineData("fiyatlarınız nedir", "list", 2, 1, 3, 4)]
    [InlineData("akülü fiyatları", "list", 1, 3)]
    [InlineData("akülü modelleriniz", null, 1, 3)]
    public async Task Run_ByMessage_FindsInItsOrder(string message, string? type, params int[] ids)
    {
        var outcome = await NodeBench.Start(new TestWorld(), "price_query", []).SayAsync(message);

        Assert.Equal(type, Walked.Value(outcome, "price_query_type").Text);
        Assert.Equal(ids.Select(id => (decimal)id), Walked.Value(outcome, "products").Items.Select(row => row["id"].Number!.Value));
    }

    [Fact]
    public async Task Run_WithCategory_StaysInIt()
    {
        var walk = Json("""{ "category": { "slug": "transpalet", "name": "Transpalet" } }""");

        var outcome = await NodeBench.Start(new TestWorld(), "price_query", Json("""{ "exclude_categories": ["transpalet"] }"""), walk)
            .SayAsync("en pahalı");

        Assert.Equal([3m, 1, 2], Walked.Value(outcome, "products").Items.Select(row => row["id"].Number!.Value));
    }

    [Fact]
    public async Task Run_WithExcludedCategory_LeavesItOut()
    {
        var outcome = await NodeBench.Start(new TestWorld(), "price_query", Json("""{ "exclude_categories": ["transpalet"] }"""))
            .SayAsync("en ucuz");

        Assert.Equal([4m], Walked.Value(outcome, "products").Items.Select(row => row["id"].Number!.Value));
    }

    [Theory]
    [InlineData("2000 kg altında fiyatlar")]
    [InlineData("3 ton üzeri ne kadar")]
    public async Task Run_WithMeasures_TakesThemForNoAmounts(string message)
    {
        var walk = Json("""{ "category": { "slug": "transpalet", "name": "Transpalet" } }""");

        var outcome = await NodeBench.Start(new TestWorld(), "price_query", [], walk).SayAsync(message);

        Assert.Equal("list", Walked.Value(outcome, "price_query_type").Text);
    }

    [Theory]
    [InlineData("tr", "{}", "KDV dahil değildir.")]
    [InlineData("en", "{}", "Our prices are without VAT.")]
    [InlineData("tr", """{ "show_vat": true, "vat_rate": 20, "limit": 1 }""", "%20 KDV ile: Manuel Transpalet MT-2000: 14.400,00 TRY.")]
    [InlineData("en", """{ "show_vat": "true", "vat_rate": "10", "limit": 1 }""", "With 10% VAT: Manuel Transpalet MT-2000: TRY 13,200.00.")]
    [InlineData("en", """{ "vat_note": { "tr": "hariç", "en": "excluded" } }""", "excluded")]
    public async Task Run_WithProducts_SetsTheVatNote(string language, string data, string note)
    {
        var talk = NodeBench.Start(new TestWorld(), "price_query", Json(data));
        talk.Language = language;

        var outcome = await talk.SayAsync("en ucuz");

        Assert.EndsWith(note, Walked.Value(outcome, "vat_note").Text, StringComparison.Ordinal);
    }

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
