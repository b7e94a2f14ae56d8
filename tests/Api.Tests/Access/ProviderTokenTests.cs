using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Access;

/// <summary>Tokens of OpenID providers, which read their keys over HTTP as they would a real one's.</summary>
public sealed class ProviderTokenTests : IAsyncLifetime
{
    private OpenIdProvider _ofTenant = null!;
    private OpenIdProvider _ofAll = null!;
    private ChatService _service = null!;

    public async Task InitializeAsync()
    {
        (_ofTenant, _ofAll) = (await OpenIdProvider.StartAsync(), await OpenIdProvider.StartAsync());
        _service = await ChatService.StartAsync(
            null,
            $"--FlowEngine:Access:Providers:shop:Authority={_ofTenant.Authority}",
            $"--FlowEngine:Access:Providers:shop:Audience={OpenIdProvider.Audience}",
            "--FlowEngine:Access:Providers:shop:Tenant=demo",
            $"--FlowEngine:Access:Providers:all:Authority={_ofAll.Authority}",
            $"--FlowEngine:Access:Providers:all:Audience={OpenIdProvider.Audience}");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _ofTenant.DisposeAsync();
        await _ofAll.DisposeAsync();
    }

    [Fact]
    public async Task Token_OfATenantsProvider_ActsInThatTenantWithItsScope()
    {
        var design = _ofTenant.Token("openid design", tenant: "demo-en");

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/flows", design)).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), await GetAsync("/api/admin/settings", design));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await GetAsync("/api/admin/stages/demo-en", _ofTenant.Token("admin")));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/admin/stages/demo", _ofTenant.Token(new[] { "chat", "engineer" }))).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), await GetAsync("/api/operator/tenants", _ofTenant.Token("admin")));
    }

    [Fact]
    public async Task Token_ThatNamesItsTenant_ActsInIt()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/admin/stages/demo-en", _ofAll.Token("engineer", tenant: "demo-en"))).Status);
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await GetAsync("/api/admin/stages/demo", _ofAll.Token("engineer", tenant: "demo-en")));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await GetAsync("/api/flows", _ofAll.Token("design", tenant: "nobody")));
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthorized"), await GetAsync("/api/flows", _ofAll.Token("design")));
    }

    [Fact]
    public async Task Token_ThatIsNotGood_IsRefusedAndSaysWhy()
    {
        await RefusedAsync("expired", _ofTenant.Token("design", expires: DateTime.UtcNow.AddMinutes(-5)));
        await RefusedAsync("another service", _ofTenant.Token("design", audience: "somebody-else"));
        await RefusedAsync("signed", _ofTenant.Token("design", key: OpenIdProvider.NewKey()));
        await RefusedAsync("'scope'", _ofTenant.Token("openid profile"));
        await RefusedAsync("'sub'", _ofTenant.Token("design", subject: null));
        await RefusedAsync("signed", _ofTenant.Token("design")[..^4] + "AAAA");
    }

    [Fact]
    public async Task Change_ByAToken_IsAuditedByItsSubject_HoweverLong()
    {
        var long1 = new string('x', 150);
        foreach (var subject in new[] { "ayse", long1 + "1", long1 + "2" })
        {
            using var client = _service.Client(_ofTenant.Token("admin", subject));
            using var answer = await client.PutAsync("/api/admin/settings", new StringContent("""{"fallbackText":{"en":"t"}}""", null, "application/json"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var said = await client.PostAsync("/api/chat/messages", new StringContent("""{"content":"merhaba"}""", null, "application/json"));
            Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        }

        var actors = await _service.RowsAsync("SELECT DISTINCT actor FROM audit_logs WHERE actor LIKE 'user:%'");
        Assert.Contains(actors, row => "user:shop/ayse".Equals(row[0]));
        Assert.Equal(3, actors.Count);
    }

    private async Task RefusedAsync(string why, string token)
    {
        using var client = _service.Client(token);
        using var response = await client.GetAsync("/api/flows");
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Contains(why, JsonElement.Parse(text).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string? Code)> GetAsync(string path, string token)
    {
        using var client = _service.Client(token);
        using var response = await client.GetAsync(path);
        var json = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, json.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
