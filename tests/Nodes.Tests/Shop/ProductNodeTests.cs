using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Shop;

public sealed class ProductNodeTests
{
    [Fact]
    public async Task ProductSearch_WithStockFirst_PutsWhatIsOutLast()
    {
        var outcome = await NodeBench.Start(new TestWorld(), "product_search", []).SayAsync("EP-2000 akülü transpalet");

        Assert.Equal([1m, 2, 3], Ids(outcome));
    }

    [Fact]
    public async Task ProductSearch_WithCategoryButNoWordFound_TakesTheCategory()
    {
        var walk = Json("""{ "category": { "slug": "transpalet", "name": "Transpalet" } }""");

        var outcome = await NodeBench.Start(new TestWorld(), "product_search", [], walk).SayAsync("gösterir misiniz");

        Assert.Equal([1m, 2, 3], Ids(outcome));
    }

    [Fact]
    public async Task ProductSearch_AfterAPriceQuery_ForgetsItsKind()
    {
        var walk = Json("""{ "price_query_type": "cheapest", "vat_note": "x" }""");

        var outcome = await NodeBench.Start(new TestWorld(), "product_search", [], walk).SayAsync("forklift");

        Assert.True(Walked.Value(outcome, "price_query_type").IsEmpty);
        Assert.True(Walked.Value(outcome, "vat_note").IsEmpty);
    }

    [Theory]
    [InlineData("""{ "products": [3, 4, 2, 1] }""", "{}", 1, 4, 2, 3)]
    [InlineData("""{ "products": [4, 2, 1, 3] }""", """{ "high_stock_threshold": 3 }""", 1, 2, 4, 3)]
    [InlineData("""{ "products": [3, 4, 1] }""", """{ "exclude_out_of_stock": true }""", 1, 4)]
    [InlineData("""{ "products": [2, 3, 1, 4], "price_query_type": "cheapest" }""", "{}", 2, 1, 4, 3)]
    public async Task StockSorter_ByStock_Sorts(string walk, string data, params int[] ids)
    {
        var outcome = await NodeBench.Start(new TestWorld(), "stock_sorter", Json(data), Json(walk)).SayAsync("x");

        Assert.Equal(ids.Select(id => (decimal)id), Ids(outcome));
    }

    [Fact]
    public async Task ProductComparison_OfTwoNamed_TellsThemApart()
    {
        var outcome = await NodeBench.Start(new TestWorld(), "product_comparison", []).SayAsync("EP-1500 ile EP-2000'i karşılaştır");

        var comparison = Walked.Value(outcome, "comparison");
        Assert.Equal([1m, 3], comparison["ids"].Items.Select(id => id.Number!.Value));
        Assert.Equal("table", comparison["format"].Text);
        Assert.Contains(comparison["differences"].Items, row => row["name"].Text == "capacity_kg");
        Assert.Equal(
            ["1 cheaper", "1 in_stock", "3 higher:capacity_kg"],
            comparison["advantages"].Items.Select(item => $"{item["id"]} {item["code"]}"));
    }

    [Fact]
    public async Task ProductComparison_WithFoundProducts_ComparesThem()
    {
        var walk = Json("""{ "products": [2, 3, 4] }""");

        var outcome = await NodeBench.Start(new TestWorld(), "product_comparison", Json("""{ "max_products": 2 }"""), walk).SayAsync("karşılaştır");

        var comparison = Walked.Value(outcome, "comparison");
        Assert.Equal([2m, 3], comparison["ids"].Items.Select(id => id.Number!.Value));
        Assert.Contains(comparison["common"].Items, row => row["name"].Text == "capacity_kg");
    }

    [Theory]
    [InlineData("dolar olarak ne kadar", "{}", "USD", 1500)]
    [InlineData("kaç € eder", """{ "currencies": ["USD"] }""", "EUR", 1200)]
    [InlineData("fiyatı", """{ "currencies": ["usd"] }""", "USD", 1500)]
    public async Task CurrencyConverter_ByMessageOrConfiguration_Converts(string message, string data, string currency, int amount)
    {
        var outcome = await NodeBench.Start(new TestWorld(), "currency_converter", Json(data), Json("""{ "products": [1] }""")).SayAsync(message);

        var price = Assert.Single(Walked.Value(outcome, "products")["0"]["converted_prices"].Items);
        Assert.Equal(currency, price["currency"].Text);
        Assert.Equal(amount, price["amount"].Number);
    }

    [Fact]
    public async Task CurrencyConverter_WithoutAnyNamed_UsesTheTenantsCurrency()
    {
        var outcome = await NodeBench.Start(new TestWorld(), "currency_converter", [], Json("""{ "products": [3, 1] }""")).SayAsync("try again");

        Assert.Equal(80_000m, Walked.Value(outcome, "products")["0"]["converted_prices"]["0"]["amount"].Number);
        Assert.Empty(Walked.Value(outcome, "products")["1"]["converted_prices"].Items);
    }

    [Fact]
    public async Task ContactRequest_OfTheTenant_MakesLinks()
    {
        var outcome = await NodeBench.Start(new TestWorld(), "contact_request", []).SayAsync("iletişim");

        var contact = Walked.Value(outcome, "contact");
        Assert.Equal("https://wa.me/905321234567", contact["whatsapp_link"].Text);
        Assert.Equal("https://depo.example/contact/callback", contact["callback_form_url"].Text);
        Assert.Equal("Hafta içi 09.00-18.00", contact["working_hours"].Text);
    }

    private static IEnumerable<decimal> Ids(TurnOutcome outcome) =>
        Walked.Value(outcome, "products").Items.Select(row => row["id"].Number!.Value);

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
