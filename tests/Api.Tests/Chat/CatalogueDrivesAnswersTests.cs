using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>Rows that any tool changes in the file are what the next answer says.</summary>
public sealed class CatalogueDrivesAnswersTests : IAsyncLifetime
{
    private ChatService _service = null!;

    public async Task InitializeAsync() => _service = await ChatService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task PriceChanged_NextAnswerSaysIt(string path)
    {
        var api = _service.Api();
        Assert.Contains("898.000,00 TRY", (await api.SayAsync("YD-25 fiyatı nedir", path)).Answer, StringComparison.Ordinal);

        await _service.ExecuteAsync("UPDATE products SET price = 123456.78 WHERE sku = 'YH-YD-25'");

        var answer = (await api.SayAsync("YD-25 fiyatı nedir", path)).Answer;
        Assert.Contains("123.456,78 TRY", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("898.000", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task ProductRenamed_NextAnswerFindsItByTheNewName(string path)
    {
        await _service.ExecuteAsync("UPDATE products SET name = 'Zümrütkaya ZX-77 Dizel Forklift' WHERE sku = 'YH-YD-25'");

        var reply = await _service.Api().SayAsync("Zümrütkaya ZX-77 fiyatı", path);

        Assert.Equal(["Zümrütkaya ZX-77 Dizel Forklift"], reply.ProductNames);
        Assert.DoesNotContain("Yükhan YD-25 ", (await _service.Api().SayAsync("YD-25 fiyatı", path)).Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task ProductDeleted_IsNeverSaidAgain(string path)
    {
        Assert.Contains("KU-13", (await _service.Api().SayAsync("en ucuz forklift", path)).Answer, StringComparison.Ordinal);

        await _service.ExecuteAsync("DELETE FROM products WHERE sku = 'KV-KU-13'");

        Assert.DoesNotContain("KU-13", (await _service.Api().SayAsync("en ucuz forklift", path)).Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("KU-13", (await _service.Api().SayAsync("KU-13 fiyatı", path)).Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task ProductAdded_IsFoundWithItsLinkAndIsTheCheapest(string path)
    {
        await _service.ExecuteAsync(
            """
            INSERT INTO products (tenant_id, category_id, sku, slug, name, description, price, currency, stock, featured, is_active)
            SELECT t.id, c.id, 'NEW-1', 'mercankule-mk-9', 'Mercankule MK-9 Forklift', 'Yeni.', 4321.5, 'TRY', 3, 0, 1
            FROM tenants t JOIN product_categories c ON c.tenant_id = t.id AND c.slug = 'forklift' WHERE t.slug = 'demo'
            """);

        var named = await _service.Api().SayAsync("Mercankule MK-9 var mı", path);
        var cheapest = await _service.Api().SayAsync("en ucuz forklift", path);

        Assert.Contains("Mercankule MK-9 Forklift", named.Answer, StringComparison.Ordinal);
        Assert.Contains("https://demo.example/shop/mercankule-mk-9", named.Answer, StringComparison.Ordinal);
        Assert.Equal("Mercankule MK-9 Forklift", cheapest.ProductNames[0]);
        Assert.Contains("4.321,50 TRY", cheapest.Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task KnowledgeChanged_NextAnswerSaysIt(string path)
    {
        await _service.ExecuteAsync("UPDATE knowledge_documents SET content = 'Garanti tam 37 aydır.' WHERE slug = 'garanti-kosullari'");

        Assert.Contains("37 aydır", (await _service.Api().SayAsync("garanti süresi nedir", path)).Answer, StringComparison.Ordinal);
    }
}
