using System.Net;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Storage.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Access;

public sealed class DemoKeyTests
{
    [Fact]
    public async Task DemoKeys_OfADatabaseThatDevelopmentFilled_AreNoneInProduction()
    {
        await using var development = await ServiceFixture.StartAsync();
        await using var production = await ServiceFixture.StartAsync(
            null, $"--FlowEngine:Database:ConnectionString=Data Source={development.Database.FilePath}", "--environment=Production");
        var tenant = development.Database.Query("SELECT id FROM tenants WHERE slug = 'demo'", row => row.GetInt64(0))[0];
        var (_, own) = await production.Services.GetRequiredService<ApiKeyStore>().CreateAsync(tenant, "own", "admin", null, CancellationToken.None);
        var keys = development.Database.Query("SELECT name FROM api_keys WHERE name <> 'own'", row => row.GetString(0));

        Assert.Equal(9, keys.Count);
        foreach (var key in keys)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await production.GetAsync("/api/chat/conversations?sessionId=s", key)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await production.GetAsync("/api/operator/tenants", key)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await development.GetAsync("/api/admin/settings", "demo-admin")).Status);
        Assert.Equal(HttpStatusCode.OK, (await production.GetAsync("/api/admin/settings", own)).Status);
    }
}
