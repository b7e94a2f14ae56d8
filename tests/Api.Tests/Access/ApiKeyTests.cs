using System.Net;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Hosting.Access;
using FlowEngine.Storage.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Access;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task Key_ThatExpires_IsTakenUntilThen()
    {
        await using var service = await ServiceFixture.StartAsync();
        var keys = service.Services.GetRequiredService<ApiKeyStore>();
        var (_, key) = await keys.CreateAsync(null, "short", "admin", null, default, service.Clock.GetUtcNow().AddHours(1));

        var before = await service.GetAsync("/api/operator/tenants", key);
        service.Clock.Advance(TimeSpan.FromHours(2));
        var after = await service.GetAsync("/api/operator/tenants", key);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.Status, after.Status));
        Assert.Contains("expired", after.Text, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Use_OfAKey_IsWrittenInTheBackground_AndNotByTheRequest(string on)
    {
        await using var service = await ChatService.StartOnAsync(on);
        using var client = service.Client("demo-design");
        using var answer = await client.GetAsync("/api/flows");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var byRequest = await service.RowsAsync("SELECT id FROM api_keys WHERE last_used_at IS NOT NULL");
        await service.Services.GetRequiredService<ApiKeyUses>().WriteAsync(default);
        var written = await service.RowsAsync("SELECT name FROM api_keys WHERE last_used_at IS NOT NULL");

        Assert.Empty(byRequest);
        Assert.Equal("demo-design", Assert.Single(written)[0]);
    }

    [Theory]
    [InlineData("/api/flows", "demo-chat", HttpStatusCode.Forbidden)]
    [InlineData("/api/comparisons", "demo-design", HttpStatusCode.Forbidden)]
    [InlineData("/api/admin/settings", "demo-engineer", HttpStatusCode.Forbidden)]
    [InlineData("/api/operator/tenants", "demo-admin", HttpStatusCode.Forbidden)]
    [InlineData("/api/admin/kill-switches", "demo-design", HttpStatusCode.Forbidden)]
    [InlineData("/api/admin/kill-switches", "demo-operator", HttpStatusCode.OK)]
    [InlineData("/api/health", "nobody", HttpStatusCode.OK)]
    [InlineData("/api/flows", "nobody", HttpStatusCode.Unauthorized)]
    public async Task Address_IsOpenToItsScopeAlone(string path, string key, HttpStatusCode status)
    {
        await using var service = await ServiceFixture.StartAsync();

        Assert.Equal(status, (await service.GetAsync(path, key)).Status);
    }
}
