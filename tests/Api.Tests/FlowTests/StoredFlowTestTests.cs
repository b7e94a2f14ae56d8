using System.Net;
using System.Text.Json;
using FlowEngine.Api.FlowTests;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.FlowTests;

public sealed class StoredFlowTestTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    private const string Script =
        """
        { "name": "A city", "turns": [
          { "say": "hello", "expect": { "text": "Which city?" } },
          { "say": "Izmir", "expect": { "text": "You said Izmir.", "ended": true } } ] }
        """;

    [Fact]
    public async Task Put_OfTest_IsReadAgainAsItWas()
    {
        await SaveAsync("kept");

        (await service.PutAsync("/api/flows/kept/tests/city", Script, Key)).Expect(HttpStatusCode.Created);
        (await service.PutAsync("/api/flows/kept/tests/city", Script, Key)).Expect(HttpStatusCode.OK);

        var list = (await service.GetAsync("/api/flows/kept/tests", Key)).Expect(HttpStatusCode.OK)["items"];
        Assert.Equal("A city", Assert.Single(list.EnumerateArray()).GetProperty("title").GetString());
        Assert.Equal(Script, (await service.GetAsync("/api/flows/kept/tests/city", Key)).Expect(HttpStatusCode.OK).Text);
        (await service.GetAsync("/api/flows/kept/tests/city", "demo-design")).Expect(HttpStatusCode.NotFound);
        (await service.DeleteAsync("/api/flows/kept/tests/city", Key)).Expect(HttpStatusCode.NoContent);
        (await service.DeleteAsync("/api/flows/kept/tests/city", Key)).Expect(HttpStatusCode.NotFound);
        Assert.Equal(3, service.Database.Count("audit_logs WHERE subject = 'kept/city'"));
    }

    [Fact]
    public async Task Put_OfMisspeltScript_IsRefusedWithLineAndNearName()
    {
        await SaveAsync("typo");

        var refused = (await service.PutAsync(
            "/api/flows/typo/tests/city", "{ \"name\": \"x\",\n \"turns\": [ { \"saay\": \"hello\" } ] }", Key)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("not_a_test", refused.Code);
        var error = refused["errors"].EnumerateArray().First();
        Assert.Equal("/turns/0/saay", error.GetProperty("pointer").GetString());
        Assert.Contains("Line 2", error.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("'say'", error.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_OfAVersionThatATestFails_NeedsAReason()
    {
        await SaveAsync("guarded");
        (await service.PutAsync("/api/flows/guarded/tests/city", Script, Key)).Expect(HttpStatusCode.Created);
        (await service.PostAsync("/api/flows/guarded/versions/1/publish", null, Key)).Expect(HttpStatusCode.OK);
        (await service.PutAsync("/api/flows/guarded", SmallFlows.Saying("no question"), Key)).Expect(HttpStatusCode.OK);

        var refused = (await service.PostAsync("/api/flows/guarded/versions/2/publish", null, Key)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("flow_tests_fail", refused.Code);
        Assert.Equal("city", Assert.Single(refused["failedTests"].EnumerateArray()).GetString());
        (await service.PostAsync("/api/flows/guarded/versions/2/publish?override=sale", null, Key)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/flows/nowhere/tests/city", HttpStatusCode.NotFound)]
    [InlineData("/api/flows/shop-assistant/tests/City", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/flows/shop-assistant/tests/from-conversation", HttpStatusCode.UnprocessableEntity)]
    public async Task Put_InWrongPlace_IsRefused(string path, HttpStatusCode status) =>
        (await service.PutAsync(path, Script, "demo-design")).Expect(status);

    [Fact]
    public async Task Put_InAnotherEncoding_IsRefusedAndNothingIsStored()
    {
        await SaveAsync("encoded");
        using var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(Script.Replace("city", "cité", StringComparison.Ordinal)));
        content.Headers.ContentType = new("application/json");

        var refused = await service.SendAsync(new(HttpMethod.Put, "/api/flows/encoded/tests/city") { Content = content }, Key);

        Assert.Contains("UTF-8", refused.Expect(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
        (await service.GetAsync("/api/flows/encoded/tests/city", Key)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Run_AgainstTwoVersions_TellsWhatDiffers()
    {
        await SaveAsync("asked");
        await service.PutAsync("/api/flows/asked", SmallFlows.Saying("Closed."), Key);
        await service.PutAsync("/api/flows/asked/tests/city", Script, Key);

        var good = (await service.PostAsync("/api/flows/asked/versions/1/tests/run", null, Key)).Expect(HttpStatusCode.OK);
        var bad = (await service.PostAsync("/api/flows/asked/versions/2/tests/run", null, Key)).Expect(HttpStatusCode.OK);

        Assert.True(good["passed"].GetBoolean());
        Assert.True(good["coverage"].GetProperty("percent").GetDecimal() > 50);
        Assert.False(bad["passed"].GetBoolean());
        var failure = bad["tests"][0].GetProperty("failures")[0];
        Assert.Equal(("Which city?", "Closed."), (failure.GetProperty("expected").GetString(), failure.GetProperty("actual").GetString()));
        (await service.PostAsync("/api/flows/asked/versions/9/tests/run", null, Key)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Run_ForPublishing_GivesTheFailures()
    {
        await SaveAsync("published");
        await service.PutAsync("/api/flows/published/tests/city", Script.Replace("You said", "He said", StringComparison.Ordinal), Key);
        var tenant = (await service.Services.GetRequiredService<TenantDirectory>().FindAsync("demo-en", CancellationToken.None))!;

        var run = await service.Services.GetRequiredService<StoredFlowTests>().RunAsync(tenant, "published", 1, [], CancellationToken.None);

        Assert.Equal((1, 1), (run!.Total, run.Failed));
        Assert.Equal("text", Assert.Single(run.Tests[0].Failures).What);
    }

    [Fact]
    public async Task Save_OfConversation_IsATestThatHolds()
    {
        await SaveAsync("talked");
        await service.PostAsync("/api/flows/talked/versions/1/publish", null, Key);
        var first = (await service.ChatAsync("hello", "talked", "talked", "demo-en-chat")).Expect(HttpStatusCode.OK);
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        await service.ChatAsync("Ankara", "talked", null, "demo-en-chat");

        var body = new { conversationId = first["conversationId"].GetGuid(), name = "ankara" };
        var saved = (await service.PostAsync("/api/flows/talked/tests/from-conversation", body, Key)).Expect(HttpStatusCode.Created);
        var script = (await service.GetAsync("/api/flows/talked/tests/ankara", Key)).Json;
        var run = (await service.PostAsync("/api/flows/talked/versions/1/tests/run?test=ankara", null, Key)).Expect(HttpStatusCode.OK);

        Assert.Equal(3, saved["turns"].GetInt32());
        Assert.Equal("5m", script.GetProperty("turns")[1].GetProperty("advance").GetString());
        Assert.Equal("You said Ankara.", script.GetProperty("turns")[2].GetProperty("expect").GetProperty("text").GetString());
        Assert.True(run["passed"].GetBoolean(), run.Text);
        (await service.PostAsync("/api/flows/kept/tests/from-conversation", body, "demo-design")).Expect(HttpStatusCode.NotFound);
        (await service.PostAsync("/api/flows/deleted/tests/from-conversation", body, Key)).Expect(HttpStatusCode.NotFound);
        Assert.Equal(
            "not_a_conversation_of_the_flow",
            (await service.PostAsync("/api/flows/shop-assistant/tests/from-conversation", body, Key)).Expect(HttpStatusCode.UnprocessableEntity).Code);
    }

    [Fact]
    public async Task Save_OfConversationWithAModel_TakesItsAnswersAsStandIns()
    {
        var said = (await service.ChatAsync("En ucuz transpalet hangisi?", "modelled")).Expect(HttpStatusCode.OK);

        (await service.PostAsync(
            "/api/flows/shop-assistant/tests/from-conversation", new { conversationId = said["conversationId"].GetGuid(), name = "cheapest" }, "demo-design"))
            .Expect(HttpStatusCode.Created);
        var script = (await service.GetAsync("/api/flows/shop-assistant/tests/cheapest", "demo-design")).Json;
        var run = (await service.PostAsync("/api/flows/shop-assistant/versions/1/tests/run?test=cheapest", null, "demo-design")).Expect(HttpStatusCode.OK);

        Assert.Equal(JsonValueKind.String, script.GetProperty("stand_ins").GetProperty("model")[0].GetProperty("answer").ValueKind);
        Assert.True(run["passed"].GetBoolean(), run.Text);
    }

    [Fact]
    public async Task Schema_OfTests_IsServed()
    {
        var schema = (await service.GetAsync("/api/flows/schema/test", Key)).Expect(HttpStatusCode.OK);

        Assert.Equal("application/schema+json", schema.ContentType);
        Assert.True(schema["properties"].TryGetProperty("stand_ins", out _));
    }

    private async Task SaveAsync(string flow) => (await service.PutAsync($"/api/flows/{flow}", SmallFlows.Asking(), Key)).Expect(HttpStatusCode.OK);
}
