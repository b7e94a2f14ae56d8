using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Hosting.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Demo;

public sealed class DemoSeederTests
{
    private const string Counts = """
        SELECT (SELECT COUNT(*) FROM tenants), (SELECT COUNT(*) FROM products), (SELECT COUNT(*) FROM knowledge_documents),
          (SELECT COUNT(*) FROM tenant_conversation_flows), (SELECT COUNT(*) FROM api_keys), (SELECT COUNT(*) FROM tenant_stages)
        """;

    [Fact]
    public async Task Seed_Twice_ChangesNothing_AndKeepsWhatWasChanged()
    {
        await using var service = await ChatService.StartAsync();
        await service.ExecuteAsync("UPDATE products SET price = 1 WHERE sku = 'YH-YD-25'");
        var before = (await service.RowsAsync(Counts))[0];

        await service.Services.GetRequiredService<DemoSeeder>().SeedAsync(CancellationToken.None);

        Assert.Equal(before, (await service.RowsAsync(Counts))[0]);
        Assert.Equal(2L, before[0]);
        Assert.Equal(9L, before[4]);
        Assert.Equal(0L, before[5]);
        Assert.Equal(1L, await service.ScalarAsync<long>("SELECT CAST(price AS INTEGER) FROM products WHERE sku = 'YH-YD-25'"));
    }
}
