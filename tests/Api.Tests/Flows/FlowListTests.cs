using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

/// <summary>What the list of flows says beside their names.</summary>
public sealed class FlowListTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    [Fact]
    public async Task Flow_WithADraftOverItsActiveVersion_ShowsBoth()
    {
        await SaveAsync("listed", SmallFlows.Asking());
        (await service.PostAsync("/api/flows/listed/versions/1/publish", null, Key)).Expect(HttpStatusCode.OK);
        await SaveAsync("listed", SmallFlows.Faulty());
        (await service.PutAsync("/api/flows/listed/tests/one", """{ "name": "one", "turns": [ { "say": "hi" } ] }""", Key)).Expect(HttpStatusCode.Created);
        await service.ChatAsync("hi", "listed-1", "listed", "demo-en-chat");
        await service.ChatAsync("hi", "listed-2", "listed", "demo-en-chat");
        (await service.ChatAsync("Izmir", "listed-2", null, "demo-en-chat")).Expect(HttpStatusCode.OK);

        var flow = await FindAsync("listed");

        Assert.Equal((1, true, 1, 1), (Number(flow, "version"), flow.GetProperty("isActive").GetBoolean(), Number(flow, "tests"), Number(flow, "waiting")));
        Assert.Equal((2, "draft"), (Number(flow.GetProperty("newest"), "version"), flow.GetProperty("newest").GetProperty("status").GetString()));
        Assert.Equal(0, Number(flow, "errors"));
        (await service.DeleteAsync("/api/flows/listed/versions/2", Key)).Expect(HttpStatusCode.NoContent);
        Assert.Equal((1, "published"), (await FindAsync("listed")).GetProperty("newest") is var newest
            ? (Number(newest, "version"), newest.GetProperty("status").GetString())
            : default);
    }

    [Fact]
    public async Task Findings_AreCountedAsTheCheckHasThem_AndAgainWhenTheTenantChanges()
    {
        var saved = await SaveAsync("counted", SmallFlows.Calling("called-later"));
        var found = saved.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("severity").GetString()).ToList();
        var before = await FindAsync("counted");
        Assert.Equal(
            (found.Count(severity => severity == "error"), found.Count(severity => severity == "warning")),
            (Number(before, "errors"), Number(before, "warnings")));
        Assert.True(Number(before, "errors") > 0);

        await SaveAsync("called-later", SmallFlows.Saying("here"));
        (await service.PostAsync("/api/flows/called-later/versions/1/publish", null, Key)).Expect(HttpStatusCode.OK);

        Assert.Equal(0, Number(await FindAsync("counted"), "errors"));
    }

    [Fact]
    public async Task DefaultFlow_IsMarked()
    {
        var isDefault = (await service.GetAsync("/api/flows", "demo-design")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .ToDictionary(flow => flow.GetProperty("name").GetString()!, flow => flow.GetProperty("isDefault").GetBoolean());

        Assert.Equal("shop-assistant", Assert.Single(isDefault, flow => flow.Value).Key);
        Assert.True(isDefault.Count > 1);
    }

    private async Task<JsonElement> SaveAsync(string name, string document) =>
        (await service.PutAsync($"/api/flows/{name}", document, Key)).Expect(HttpStatusCode.OK).Json;

    private async Task<JsonElement> FindAsync(string name) =>
        (await service.GetAsync("/api/flows", Key)).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Single(flow => flow.GetProperty("name").GetString() == name);

    private static int Number(JsonElement from, string member) => from.GetProperty(member).GetInt32();
}
