using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Tenants;

public sealed class TenantApiTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Path = "/api/operator/tenants";
    private const string Operator = "demo-operator";

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("demo-admin", HttpStatusCode.Forbidden)]
    public async Task Any_WithoutAnOperatorsKey_IsRefused(string? key, HttpStatusCode status)
    {
        Assert.Equal(status, (await service.GetAsync(Path, key)).Status);
        Assert.Equal(status, (await service.GetAsync($"{Path}/demo", key)).Status);
        Assert.Equal(status, (await service.PostAsync(Path, new { slug = "x" }, key)).Status);
        Assert.Equal(status, (await PatchAsync("demo", new { name = "x" }, key)).Status);
        Assert.Equal(status, (await service.PostAsync($"{Path}/demo/deactivate", null, key)).Status);
    }

    [Fact]
    public async Task Tenant_IsMadeChangedSwitchedOffAndOn()
    {
        var body = new { slug = "acme", name = "Acme A.Ş.", languages = new[] { "tr", "en" }, currency = "TRY", timeZone = "Europe/Istanbul" };
        var made = (await service.PostAsync(Path, body, Operator)).Expect(HttpStatusCode.Created);
        var again = (await service.PostAsync(Path, body, Operator)).Expect(HttpStatusCode.OK);
        (await service.PostAsync(Path, new { slug = "acme", name = "Another" }, Operator)).Expect(HttpStatusCode.Conflict);
        var renamed = (await PatchAsync("acme", new { name = "Acme", siteUrl = "https://acme.example/" })).Expect(HttpStatusCode.OK);
        Assert.True((await SettingsAsync("acme")).Status == HttpStatusCode.OK);

        (await service.PostAsync($"{Path}/acme/deactivate", null, Operator)).Expect(HttpStatusCode.OK);
        (await service.PostAsync($"{Path}/acme/deactivate", null, Operator)).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await SettingsAsync("acme")).Status);
        var listed = (await service.GetAsync(Path, Operator))["items"].EnumerateArray().Single(item => item.GetProperty("slug").GetString() == "acme");
        Assert.False(listed.GetProperty("isActive").GetBoolean());
        (await service.PostAsync($"{Path}/acme/activate", null, Operator)).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await SettingsAsync("acme")).Status);
        (await PatchAsync("acme", new { slug = "demo" })).Expect(HttpStatusCode.Conflict);
        (await PatchAsync("acme", new { slug = "acme-2", siteUrl = (string?)null })).Expect(HttpStatusCode.OK);

        var id = made["id"].GetInt64();
        var found = (await service.GetAsync($"{Path}/acme-2", Operator)).Expect(HttpStatusCode.OK);
        Assert.Equal((id, id, "Acme", "https://acme.example"), (again["id"].GetInt64(), found["id"].GetInt64(), renamed["name"].GetString(), renamed["siteUrl"].GetString()));
        Assert.False(found.Json.TryGetProperty("siteUrl", out _));
        Assert.Contains("Acme A.Ş.", made.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync($"{Path}/acme", Operator)).Status);
        Assert.Equal(
            ["tenant.create acme", "tenant.put acme", "tenant.put acme", "tenant.put acme", "tenant.put acme-2"],
            service.Database.Query($"SELECT action || ' ' || subject FROM audit_logs WHERE tenant_id = {id} ORDER BY id", row => row.GetString(0)));
    }

    [Fact]
    public async Task Tenant_OfAnotherSystem_IsActivatedWithTheValuesThatItCameWith()
    {
        (await service.PostAsync(Path, new { slug = "legacy-77", isActive = false }, Operator)).Expect(HttpStatusCode.Created);
        using (var connection = service.Database.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE tenants SET currency = 'lira', name = '', time_zone = 'Nowhere', site_url = 'acme' WHERE slug = 'legacy-77'";
            command.ExecuteNonQuery();
        }

        var activated = (await service.PostAsync($"{Path}/legacy-77/activate", null, Operator)).Expect(HttpStatusCode.OK);
        var refused = (await PatchAsync("legacy-77", new { currency = "Lira" })).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.True(activated["isActive"].GetBoolean());
        Assert.Equal("/currency", Assert.Single(refused["errors"].EnumerateArray()).GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "/slug")]
    [InlineData("""{"slug":"Acme"}""", "/slug")]
    [InlineData("""{"slug":7}""", "/slug")]
    [InlineData("""{"slug":"x","name":"a\u0000b"}""", "/name")]
    [InlineData("""{"slug":"x","languages":["turkish"]}""", "/languages")]
    [InlineData("""{"slug":"x","languages":[]}""", "/languages")]
    [InlineData("""{"slug":"x","languages":"tr"}""", "/languages")]
    [InlineData("""{"slug":"x","languages":["tr","tr"]}""", "/languages")]
    [InlineData("""{"slug":"x","currency":"euro"}""", "/currency")]
    [InlineData("""{"slug":"x","timeZone":"Mars"}""", "/timeZone")]
    [InlineData("""{"slug":"x","siteUrl":"javascript:1"}""", "/siteUrl")]
    [InlineData("""{"slug":"x","isActive":"yes"}""", "/isActive")]
    [InlineData("""{"slug":"x","colour/shade":"red"}""", "/colour~1shade")]
    public async Task Create_BadInput_IsNamedAndNothingIsMade(string body, string pointer)
    {
        var refused = (await service.PostAsync(Path, body, Operator)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(pointer, Assert.Single(refused["errors"].EnumerateArray()).GetProperty("pointer").GetString());
        Assert.Equal(0, service.Database.Count("tenants WHERE slug = 'x'"));
    }

    private Task<ServiceAnswer> SettingsAsync(string tenant) =>
        service.SendAsync(new(HttpMethod.Get, "/api/admin/settings") { Headers = { { "X-Tenant", tenant } } }, Operator);

    private Task<ServiceAnswer> PatchAsync(string slug, object body, string? key = Operator) => service.SendAsync(
        new(HttpMethod.Patch, $"{Path}/{slug}")
        {
            Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"),
        },
        key);
}
