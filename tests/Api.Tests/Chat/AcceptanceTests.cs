using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>The legacy system's four acceptance cases, by both engines, in both languages.</summary>
[Collection(DemoService.Name)]
public sealed class AcceptanceTests(DemoService demo)
{
    private static readonly Dictionary<string, string> s_types = new()
    {
        ["1"] = "welcome", ["2"] = "history_loader", ["3"] = "sentiment_detection", ["4"] = "category_detection", ["5"] = "condition",
        ["6"] = "price_query", ["7"] = "product_search", ["8"] = "stock_sorter", ["9"] = "context_builder", ["10"] = "ai_response",
        ["11"] = "contact_request", ["12"] = "link_generator", ["13"] = "message_saver", ["14"] = "end",
    };

    [DatabaseTheory]
    [InlineData("demo", "transpalet istiyorum", "1,2,3,4,5,7,8,9,10,12,13,14")]
    [InlineData("demo", "en ucuz forklift", "1,2,3,4,5,6,8,9,10,12,13,14")]
    [InlineData("demo", "nasılsın?", "1,2,3,9,10,12,13,14")]
    [InlineData("demo", "iletişim bilgisi", "1,2,3,11,10,12,13,14")]
    [InlineData("demo-en", "I want a pallet truck", "1,2,3,4,5,7,8,9,10,12,13,14")]
    [InlineData("demo-en", "cheapest forklift", "1,2,3,4,5,6,8,9,10,12,13,14")]
    [InlineData("demo-en", "how are you?", "1,2,3,9,10,12,13,14")]
    [InlineData("demo-en", "contact details", "1,2,3,11,10,12,13,14")]
    public async Task V2_AcceptanceCase_WalksExactlyTheseNodes(string on, string tenant, string message, string path)
    {
        var service = await demo.OnAsync(on);
        var reply = await service.Api($"{tenant}-design").SayAsync(message, ChatApi.V2 + "?trace=true");

        Assert.Equal(path, string.Join(',', reply.Steps.Select(step => step.Id)));
        Assert.Equal(path.Split(',').Select(id => s_types[id]), reply.Steps.Select(step => step.Type));
        Assert.Equal("v2", reply.Engine);
        Assert.Equal("ended", reply.Status);
        Assert.Null(reply.Failure);
        Assert.Equal(["greeting", "text"], reply.Kinds);
    }

    [DatabaseTheory]
    [InlineData("demo", "transpalet istiyorum", ChatApi.V1, "transpalet")]
    [InlineData("demo", "transpalet istiyorum", ChatApi.V2, "transpalet")]
    [InlineData("demo", "en ucuz forklift", ChatApi.V1, "forklift")]
    [InlineData("demo", "en ucuz forklift", ChatApi.V2, "forklift")]
    [InlineData("demo-en", "I want a pallet truck", ChatApi.V1, "pallet-trucks")]
    [InlineData("demo-en", "I want a pallet truck", ChatApi.V2, "pallet-trucks")]
    [InlineData("demo-en", "cheapest forklift", ChatApi.V1, "forklifts")]
    [InlineData("demo-en", "cheapest forklift", ChatApi.V2, "forklifts")]
    public async Task BothEngines_ProductsAsked_AreOfTheCategoryAndInTheDatabase(string on, string tenant, string message, string path, string category)
    {
        var service = await demo.OnAsync(on);
        var reply = await service.Api($"{tenant}-chat").SayAsync(message, path);

        Assert.NotEmpty(reply.Products);
        Assert.All(reply.Products, product => Assert.Equal(category, product.GetProperty("category").GetString()));
        var known = await service.RowsAsync(
            "SELECT p.name FROM products p JOIN tenants t ON t.id = p.tenant_id WHERE t.slug = @slug", ("slug", tenant));
        Assert.Subset(known.Select(row => row[0]).ToHashSet(), reply.ProductNames.ToHashSet<object?>());
        Assert.All(reply.ProductNames, name => Assert.Contains(name, reply.Answer, StringComparison.Ordinal));
    }

    [DatabaseTheory]
    [InlineData("demo", "en ucuz forklift", "forklift", ChatApi.V1)]
    [InlineData("demo", "en ucuz forklift", "forklift", ChatApi.V2)]
    [InlineData("demo-en", "cheapest forklift", "forklifts", ChatApi.V1)]
    [InlineData("demo-en", "cheapest forklift", "forklifts", ChatApi.V2)]
    public async Task BothEngines_Cheapest_IsTheDatabasesCheapest(string on, string tenant, string message, string category, string path)
    {
        var service = await demo.OnAsync(on);
        var cheapest = await service.ScalarAsync<string>(
            """
            SELECT p.name FROM products p JOIN tenants t ON t.id = p.tenant_id JOIN product_categories c ON c.id = p.category_id
            WHERE t.slug = @slug AND c.slug = @category AND p.price IS NOT NULL AND p.currency = t.currency ORDER BY p.price LIMIT 1
            """,
            ("slug", tenant), ("category", category));

        var reply = await service.Api($"{tenant}-chat").SayAsync(message, path);

        Assert.StartsWith($"- {cheapest} ", reply.Answer.Split('\n')[1], StringComparison.Ordinal);
    }

    [DatabaseTheory]
    [InlineData("demo", "iletişim bilgisi", ChatApi.V1, "+90 212 555 01 23", "satis@demo.example", "https://demo.example/iletisim/geri-arama")]
    [InlineData("demo", "iletişim bilgisi", ChatApi.V2, "+90 212 555 01 23", "satis@demo.example", "https://demo.example/iletisim/geri-arama")]
    [InlineData("demo-en", "contact details", ChatApi.V1, "+44 20 7946 0123", "sales@demo-en.example", "https://demo-en.example/contact/callback")]
    [InlineData("demo-en", "contact details", ChatApi.V2, "+44 20 7946 0123", "sales@demo-en.example", "https://demo-en.example/contact/callback")]
    public async Task BothEngines_ContactAsked_TheTenantsFactsAreSaid(string on, string tenant, string message, string path, string phone, string email, string form)
    {
        var service = await demo.OnAsync(on);
        var reply = await service.Api($"{tenant}-chat").SayAsync(message, path);

        Assert.All([phone, email, form], fact => Assert.Contains(fact, reply.Answer, StringComparison.Ordinal));
        Assert.Empty(reply.Products);
    }

    [DatabaseFact]
    public async Task V2_SecondMessage_IsNotGreetedAgain(string on)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        var first = await api.SayAsync("merhaba");

        var second = await api.SayAsync("en ucuz forklift", more: new { conversationId = first.ConversationId });

        Assert.Contains("greeting", first.Kinds);
        Assert.DoesNotContain("greeting", second.Kinds);
        Assert.Equal(first.ConversationId, second.ConversationId);
    }
}
