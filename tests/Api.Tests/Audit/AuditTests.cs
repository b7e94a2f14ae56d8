using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Audit;

public sealed class AuditTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Design = "demo-en-design";
    private const string Admin = "demo-en-admin";

    [Fact]
    public async Task Audit_OfAFlowsLife_HasEveryChangeWithItsAuthorAndVersions()
    {
        await service.PutAsync("/api/flows/audited?note=first", SmallFlows.Saying("x"), Design);
        await service.PostAsync("/api/flows/audited/versions/1/publish", null, Design);
        await service.PutAsync("/api/flows/audited/versions/1/settings", """{"maxSteps":9}""", Design);
        await service.PostAsync("/api/flows/audited/rollback", new { version = 2, note = "ğ" }, Admin);
        await service.DeleteAsync("/api/flows/audited/versions/2", Design);
        await service.DeleteAsync("/api/flows/audited", Admin);

        var entries = (await service.GetAsync("/api/admin/audit?entity=flow&subject=audited", Admin)).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();

        Assert.Equal(
            [("flow.delete", Admin), ("flow.archive", Design), ("flow.rollback", Admin), ("flow.settings", Design), ("flow.publish", Design), ("flow.save", Design)],
            entries.Select(entry => (entry.GetProperty("action").GetString(), entry.GetProperty("actorName").GetString())));
        var rollback = entries[2].GetProperty("details");
        Assert.Equal(1, rollback.GetProperty("before").GetProperty("version").GetInt32());
        Assert.Equal(3, rollback.GetProperty("after").GetProperty("version").GetInt32());
        Assert.Equal(2, rollback.GetProperty("copyOf").GetProperty("version").GetInt32());
        Assert.Equal("ğ", rollback.GetProperty("note").GetString());
        Assert.StartsWith("key:", entries[0].GetProperty("actor").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_OfManyChanges_ComesInPages()
    {
        for (var i = 0; i < 52; i++)
        {
            await service.PutAsync("/api/flows/paged", SmallFlows.Saying($"{i}"), Design);
        }

        var first = (await service.GetAsync("/api/admin/audit?action=flow.save&subject=paged", Admin)).Expect(HttpStatusCode.OK);
        var rest = (await service.GetAsync($"/api/admin/audit?action=flow.save&subject=paged&next={first["next"].GetString()}", Admin)).Expect(HttpStatusCode.OK);

        Assert.Equal((50, 2), (first["items"].GetArrayLength(), rest["items"].GetArrayLength()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, rest["next"].ValueKind);
    }

    [Fact]
    public async Task Audit_OfAnotherTenant_IsNotSeen()
    {
        await service.PutAsync("/api/flows/secret-plan", SmallFlows.Saying("x"), Design);

        Assert.Equal(0, (await service.GetAsync("/api/admin/audit?subject=secret-plan", "demo-admin")).Expect(HttpStatusCode.OK)["items"].GetArrayLength());
        Assert.Equal(1, (await service.GetAsync("/api/admin/audit?subject=secret-plan", Admin)).Expect(HttpStatusCode.OK)["items"].GetArrayLength());
    }

    [Theory]
    [InlineData(null, "", HttpStatusCode.Unauthorized)]
    [InlineData(Design, "", HttpStatusCode.Forbidden)]
    [InlineData("demo-en-engineer", "", HttpStatusCode.Forbidden)]
    [InlineData(Admin, "?next=x", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Admin, "?action=", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Admin, "?entity=%00", HttpStatusCode.UnprocessableEntity)]
    public async Task Audit_AskedForWrongly_IsRefused(string? key, string query, HttpStatusCode status) =>
        (await service.GetAsync($"/api/admin/audit{query}", key)).Expect(status);
}
