using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class VersionLifeTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    [Fact]
    public async Task RollBack_ToAnOldVersion_PublishesACopyOfIt()
    {
        await PublishedAsync("back", SmallFlows.Saying("one"), SmallFlows.Saying("two"));

        var back = (await service.PostAsync("/api/flows/back/rollback", new { version = 1, note = "two was worse" }, Key)).Expect(HttpStatusCode.OK);

        Assert.Equal((3, true), (back["version"].GetInt32(), back["isActive"].GetBoolean()));
        Assert.Equal("one", await SayAsync("back", "back-1"));
        var stored = (await service.GetAsync("/api/flows/back", Key)).Expect(HttpStatusCode.OK);
        Assert.Equal("two was worse", stored["note"].GetString());
        var difference = (await service.GetAsync("/api/flows/back/diff?from=1&to=3", Key)).Expect(HttpStatusCode.OK);
        Assert.True(difference["equal"].GetBoolean());
    }

    [Fact]
    public async Task RollBack_ToAVersionWithErrors_IsRefusedAndMakesNoVersion()
    {
        await service.PutAsync("/api/flows/back-faulty", SmallFlows.Faulty(), Key);

        var refused = await service.PostAsync("/api/flows/back-faulty/rollback", new { version = 1 }, Key);

        Assert.Equal("flow_has_errors", refused.Expect(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal(1, service.Database.Count("tenant_conversation_flows WHERE flow_name = 'back-faulty'"));
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "/version")]
    [InlineData("""{"version":"1"}""", HttpStatusCode.UnprocessableEntity, "/version")]
    [InlineData("""{"version":0}""", HttpStatusCode.UnprocessableEntity, "/version")]
    [InlineData("""{"version":1,"nte":"x"}""", HttpStatusCode.UnprocessableEntity, "/nte")]
    [InlineData("""{"version":1,"note":5}""", HttpStatusCode.UnprocessableEntity, "/note")]
    [InlineData("""{"version":1,"note":"a\u0000b"}""", HttpStatusCode.UnprocessableEntity, "/note")]
    [InlineData("""{"version":1,"version":1}""", HttpStatusCode.BadRequest, null)]
    [InlineData("[]", HttpStatusCode.BadRequest, null)]
    [InlineData("{", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"version":77}""", HttpStatusCode.NotFound, null)]
    public async Task RollBack_WithWrongBody_SaysWhatIsWrong(string body, HttpStatusCode status, string? pointer)
    {
        await service.PutAsync("/api/flows/back-wrong", SmallFlows.Saying("x"), Key);

        var refused = (await service.PostAsync("/api/flows/back-wrong/rollback", body, Key)).Expect(status);

        Assert.Equal(pointer, pointer is null ? null : refused["errors"][0].GetProperty("pointer").GetString());
        Assert.NotNull(refused.Code);
    }

    [Fact]
    public async Task Settings_PutOnAVersion_AreADraftThatCountsWhenPublished()
    {
        await PublishedAsync("settled", SmallFlows.Saying("x"));

        Assert.Equal("{}", (await service.GetAsync("/api/flows/settled/versions/1/settings", Key)).Expect(HttpStatusCode.OK).Text);
        var put = (await service.PutAsync("/api/flows/settled/versions/1/settings?note=slower", """{ "maxSteps": 1 }""", Key)).Expect(HttpStatusCode.OK);
        var before = await service.ChatAsync("hi", "settled-1", "settled", "demo-en-chat");
        (await service.PostAsync("/api/flows/settled/versions/2/publish", null, Key)).Expect(HttpStatusCode.OK);
        var after = await service.ChatAsync("hi", "settled-2", "settled", "demo-en-chat");

        Assert.Equal((2, false), (put["version"].GetInt32(), put["isActive"].GetBoolean()));
        Assert.Equal("x", before["messages"][0].GetProperty("content").GetString());
        Assert.NotEqual(JsonValueKind.Null, after["failure"].ValueKind);
        Assert.Equal(1, (await service.GetAsync("/api/flows/settled/versions/2/settings", Key))["maxSteps"].GetInt32());
        var difference = (await service.GetAsync("/api/flows/settled/diff?from=1&to=2", Key)).Expect(HttpStatusCode.OK);
        var change = Assert.Single(difference["changes"].EnumerateArray());
        Assert.Equal(("settings_changed", "/maxSteps"), (change.GetProperty("kind").GetString(), change.GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task Settings_OfTheSameMeaning_MakeNoVersion()
    {
        await service.PutAsync("/api/flows/unsettled", SmallFlows.Saying("x"), Key);
        await service.PutAsync("/api/flows/unsettled/versions/1/settings", """{"maxSteps":7,"maxSeconds":8}""", Key);

        var same = (await service.PutAsync("/api/flows/unsettled/versions/2/settings", """{ "maxSeconds": 8, "maxSteps": 7 }""", Key)).Expect(HttpStatusCode.OK);
        var none = (await service.PutAsync("/api/flows/unsettled/versions/1/settings", "{}", Key)).Expect(HttpStatusCode.OK);

        Assert.Equal((2, 1), (same["version"].GetInt32(), none["version"].GetInt32()));
    }

    [Theory]
    [InlineData("""{"maxSteps":0}""", "/maxSteps", "maxSteps must be 1 to 10000.")]
    [InlineData("""{"maxStep":5}""", "/maxStep", "Did you mean 'maxSteps'?")]
    [InlineData("""{"maxSteps":"many"}""", "/maxSteps", "'maxSteps' must be a whole number.")]
    [InlineData("""{"languages":["en","english"]}""", "/languages/1", "'english' is not a language")]
    [InlineData("""{"languages":["xx"]}""", "/languages/0", "'xx' is not a language")]
    [InlineData("""{"languages":[null]}""", "/languages/0", "Write an ISO 639-1 code")]
    [InlineData("""{"fallbackText":{"en":" "}}""", "/fallbackText/en", "leave it out")]
    [InlineData("""{"fallbackText":{"EN":"x"}}""", "/fallbackText/EN", "'EN' is not a language")]
    [InlineData("""{"fallbackText":"sorry"}""", "/fallbackText", "must be texts by language")]
    public async Task Settings_ThatAreWrong_AreRefusedMemberByMember(string body, string pointer, string detail)
    {
        await service.PutAsync("/api/flows/missettled", SmallFlows.Saying("x"), Key);

        var refused = (await service.PutAsync("/api/flows/missettled/versions/1/settings", body, Key)).Expect(HttpStatusCode.UnprocessableEntity);

        var error = Assert.Single(refused["errors"].EnumerateArray());
        Assert.Equal(pointer, error.GetProperty("pointer").GetString());
        Assert.Contains(detail, error.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, service.Database.Count("tenant_conversation_flows WHERE flow_name = 'missettled' AND settings IS NOT NULL"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"maxSteps":1,"maxSteps":2}""")]
    public async Task Settings_ThatAreNoObject_AreRefused(string body) =>
        Assert.Equal("not_json", (await service.PutAsync("/api/flows/any/versions/1/settings", body, Key)).Expect(HttpStatusCode.BadRequest).Code);

    [Fact]
    public async Task Archive_OfAVersion_HidesItAndKeepsItsConversations()
    {
        await PublishedAsync("kept", SmallFlows.Asking(), SmallFlows.Saying("new"));
        (await service.PostAsync("/api/flows/kept/versions/1/publish", null, Key)).Expect(HttpStatusCode.OK);
        await service.ChatAsync("hi", "kept-1", "kept", "demo-en-chat");

        var active = await service.DeleteAsync("/api/flows/kept/versions/1", Key);
        (await service.PostAsync("/api/flows/kept/versions/2/publish", null, Key)).Expect(HttpStatusCode.OK);
        (await service.DeleteAsync("/api/flows/kept/versions/1", Key)).Expect(HttpStatusCode.NoContent);
        var answer = (await service.ChatAsync("Ankara", "kept-1", key: "demo-en-chat")).Expect(HttpStatusCode.OK);

        Assert.Equal("version_active", active.Expect(HttpStatusCode.Conflict).Code);
        Assert.Equal("You said Ankara.", answer["messages"].EnumerateArray().Last().GetProperty("content").GetString());
        Assert.Equal([2], await VersionsAsync("/api/flows/kept/versions"));
        Assert.Equal([2, 1], await VersionsAsync("/api/flows/kept/versions?archived=true"));
        Assert.Equal("archived", (await service.GetAsync("/api/flows/kept/versions/1", Key))["status"].GetString());
        Assert.Equal("version_archived", (await service.PostAsync("/api/flows/kept/versions/1/publish", null, Key)).Expect(HttpStatusCode.Conflict).Code);
        (await service.DeleteAsync("/api/flows/kept/versions/9", Key)).Expect(HttpStatusCode.NotFound);
        (await service.GetAsync("/api/flows/kept/versions?archived=yes", Key)).Expect(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Publish_OverAnotherEtag_IsRefused()
    {
        var saved = await service.PutAsync("/api/flows/etagged", SmallFlows.Saying("x"), Key);

        var stale = await PublishAsync("\"0123\"");
        var fresh = await PublishAsync(saved.Headers.ETag!.Tag);

        Assert.Equal("flow_changed", stale.Expect(HttpStatusCode.PreconditionFailed).Code);
        Assert.Equal(saved.Headers.ETag.Tag, fresh.Expect(HttpStatusCode.OK).Headers.ETag!.Tag);

        Task<ServiceAnswer> PublishAsync(string etag)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/flows/etagged/versions/1/publish");
            request.Headers.Add("If-Match", etag);
            return service.SendAsync(request, Key);
        }
    }

    [Fact]
    public async Task SavesAndPublishes_AtOnce_GiveDistinctVersionsAndOneActive()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var saved = (await service.PutAsync("/api/flows/raced", SmallFlows.Saying($"{i}"), Key)).Expect(HttpStatusCode.OK);
            var version = saved["version"].GetInt32();
            (await service.PostAsync($"/api/flows/raced/versions/{version}/publish", null, Key)).Expect(HttpStatusCode.OK);
            return version;
        }));

        Assert.Equal(Enumerable.Range(1, 8), versions.Order());
        Assert.Equal(1, service.Database.Count("tenant_conversation_flows WHERE flow_name = 'raced' AND is_active"));
    }

    [Fact]
    public async Task Versions_OfAnotherTenant_AreNotFound()
    {
        await PublishedAsync("mine", SmallFlows.Saying("x"));

        foreach (var path in new[] { "diff?from=1&to=1", "diff", "versions/1/impact", "versions/1/settings", "versions" })
        {
            (await service.GetAsync($"/api/flows/mine/{path}", "demo-design")).Expect(HttpStatusCode.NotFound);
        }

        (await service.PostAsync("/api/flows/mine/rollback", new { version = 1 }, "demo-design")).Expect(HttpStatusCode.NotFound);
        (await service.PutAsync("/api/flows/mine/versions/1/settings", "{}", "demo-design")).Expect(HttpStatusCode.NotFound);
        (await service.DeleteAsync("/api/flows/mine/versions/1", "demo-design")).Expect(HttpStatusCode.NotFound);
        Assert.Equal(1, service.Database.Count("tenant_conversation_flows WHERE flow_name = 'mine'"));
    }

    private async Task<IEnumerable<int>> VersionsAsync(string path) =>
        (await service.GetAsync(path, Key)).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(item => item.GetProperty("version").GetInt32());

    private async Task<string?> SayAsync(string flow, string session) =>
        (await service.ChatAsync("hi", session, flow, "demo-en-chat")).Expect(HttpStatusCode.OK)["messages"][0].GetProperty("content").GetString();

    private async Task PublishedAsync(string name, params string[] documents)
    {
        for (var i = 1; i <= documents.Length; i++)
        {
            (await service.PutAsync($"/api/flows/{name}", documents[i - 1], Key)).Expect(HttpStatusCode.OK);
            (await service.PostAsync($"/api/flows/{name}/versions/{i}/publish", null, Key)).Expect(HttpStatusCode.OK);
        }
    }
}
