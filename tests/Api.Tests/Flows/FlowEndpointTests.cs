using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class FlowEndpointTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("demo-en-chat", HttpStatusCode.Forbidden)]
    [InlineData("demo-en-admin", HttpStatusCode.OK)]
    public async Task List_ByScope_IsAnsweredOrRefused(string? key, HttpStatusCode status) =>
        (await service.GetAsync("/api/flows", key)).Expect(status);

    [Fact]
    public async Task Save_OfSoundFlow_GivesItsFirstVersionAndKeepsTheDocument()
    {
        var document = SmallFlows.Saying("Günaydın 😀");

        var saved = (await service.PutAsync("/api/flows/first?note=why", document, Key)).Expect(HttpStatusCode.OK);
        var read = (await service.GetAsync("/api/flows/first/versions/1", Key)).Expect(HttpStatusCode.OK);

        Assert.Equal(1, saved["version"].GetInt32());
        Assert.Equal($"\"{saved["etag"].GetString()}\"", saved.Headers.ETag!.Tag);
        Assert.False(read["isActive"].GetBoolean());
        Assert.Equal("why", read["note"].GetString());
        Assert.Equal("1", read["startNodeId"].GetString());
        Assert.True(System.Text.Json.JsonElement.DeepEquals(read["document"], System.Text.Json.JsonElement.Parse(document)));
        Assert.Equal([document], service.Database.Query(
            "SELECT flow_data FROM tenant_conversation_flows WHERE flow_name = 'first'", row => row.GetString(0)));
    }

    [Fact]
    public async Task Save_OfFlowWithErrors_IsADraftThatCannotBePublished()
    {
        var saved = (await service.PutAsync("/api/flows/faulty", SmallFlows.Faulty(), Key)).Expect(HttpStatusCode.OK);
        var published = (await service.PostAsync("/api/flows/faulty/versions/1/publish", null, Key)).Expect(HttpStatusCode.UnprocessableEntity);

        var finding = saved["findings"].EnumerateArray().Single(finding => finding.GetProperty("code").GetString() == "unknown_node_type");
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal("1", finding.GetProperty("nodeId").GetString());
        Assert.Contains("'message'", finding.GetProperty("fix").GetString(), StringComparison.Ordinal);
        Assert.Equal("flow_has_errors", published.Code);
        Assert.Contains(published["findings"].EnumerateArray(), finding => finding.GetProperty("code").GetString() == "unknown_node_type");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    public async Task Save_OfWhatIsNoFlow_IsRefusedWithFindings(string body)
    {
        var answer = (await service.PutAsync("/api/flows/nothing", body, Key)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("not_a_flow", answer.Code);
        Assert.NotEmpty(answer["findings"].EnumerateArray());
        (await service.GetAsync("/api/flows/nothing", Key)).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("schema", "reserved_name")]
    [InlineData("check", "reserved_name")]
    [InlineData("Big", "invalid_name")]
    [InlineData("-x", "invalid_name")]
    [InlineData("a%20b", "invalid_name")]
    public async Task Save_UnderBadName_IsRefused(string name, string code)
    {
        var answer = (await service.PutAsync($"/api/flows/{name}", SmallFlows.Saying("x"), Key)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(code, answer["errors"][0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Save_OverOtherVersion_IsRefused()
    {
        var first = await service.PutAsync("/api/flows/tagged", SmallFlows.Saying("a"), Key);
        var second = await SaveIfMatchAsync("tagged", SmallFlows.Saying("b"), first.Headers.ETag!.Tag);
        var stale = await SaveIfMatchAsync("tagged", SmallFlows.Saying("c"), first.Headers.ETag!.Tag);

        Assert.Equal(2, second.Expect(HttpStatusCode.OK)["version"].GetInt32());
        Assert.Equal("flow_changed", stale.Expect(HttpStatusCode.PreconditionFailed).Code);
    }

    [Fact]
    public async Task Save_OfMoreThanTheLimit_IsRefused() =>
        (await service.PutAsync("/api/flows/large", new string(' ', 10 * 1024 * 1024 + 1), Key)).Expect(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Publish_OfNextVersion_AnswersTheNextTurn()
    {
        await service.PutAsync("/api/flows/spoken", SmallFlows.Saying("one"), Key);
        await service.PutAsync("/api/flows/spoken", SmallFlows.Saying("two"), Key);

        var said = new List<string?>();
        foreach (var version in new[] { 1, 2, 1 })
        {
            (await service.PostAsync($"/api/flows/spoken/versions/{version}/publish", null, Key)).Expect(HttpStatusCode.OK);
            var answer = await service.ChatAsync("hello", $"spoken-{said.Count}", "spoken", "demo-en-chat");
            said.Add(answer.Expect(HttpStatusCode.OK)["messages"][0].GetProperty("content").GetString());
        }

        Assert.Equal(["one", "two", "one"], said);
        Assert.Equal(1, service.Database.Count("tenant_conversation_flows WHERE flow_name = 'spoken' AND is_active"));
    }

    [Fact]
    public async Task Publish_OfUnknownVersion_IsNotFound() =>
        (await service.PostAsync("/api/flows/shop-assistant/versions/99/publish", null, Key)).Expect(HttpStatusCode.NotFound);

    [Fact]
    public async Task Flows_OfAnotherTenant_AreNotFound()
    {
        await service.PutAsync("/api/flows/english", SmallFlows.Saying("x"), Key);

        (await service.GetAsync("/api/flows/english", "demo-design")).Expect(HttpStatusCode.NotFound);
        var list = (await service.GetAsync("/api/flows", "demo-design")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain(list["items"].EnumerateArray(), item => item.GetProperty("name").GetString() == "english");
    }

    [Fact]
    public async Task Versions_OfManySaves_ComeInPagesNewestFirst()
    {
        for (var i = 0; i < 52; i++)
        {
            await service.PutAsync("/api/flows/many", SmallFlows.Saying($"{i}"), Key);
        }

        var first = (await service.GetAsync("/api/flows/many/versions", Key)).Expect(HttpStatusCode.OK);
        var second = (await service.GetAsync($"/api/flows/many/versions?next={first["next"].GetString()}", Key)).Expect(HttpStatusCode.OK);

        var versions = first["items"].EnumerateArray().Concat(second["items"].EnumerateArray()).Select(item => item.GetProperty("version").GetInt32());
        Assert.Equal(Enumerable.Range(1, 52).Reverse(), versions);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, second["next"].ValueKind);
    }

    private Task<ServiceAnswer> SaveIfMatchAsync(string name, string document, string etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/flows/{name}") { Content = new StringContent(document) };
        request.Headers.Add("If-Match", etag);
        return service.SendAsync(request, Key);
    }
}
