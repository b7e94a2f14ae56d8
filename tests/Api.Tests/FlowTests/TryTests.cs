using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Api.Tests.Outgoing;
using FlowEngine.Drawflow;

namespace FlowEngine.Api.Tests.FlowTests;

public sealed class TryTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    [Fact]
    public async Task Try_OverTwoTurns_GoesOnFromTheStateItGave()
    {
        await SaveAsync("tried", SmallFlows.Asking());

        var first = await TryAsync("tried", new { message = "hello" });
        var second = await TryAsync("tried", new { message = "Izmir", state = first["state"] });

        Assert.Equal("waiting", first["status"].GetString());
        Assert.Equal("1", first["waitingNodeId"].GetString());
        Assert.Equal("ended", second["status"].GetString());
        Assert.Equal("You said Izmir.", second["messages"][0].GetProperty("content").GetString());
        var asked = second["trace"][0];
        Assert.Equal("success", asked.GetProperty("port").GetString());
        Assert.False(asked.GetProperty("before").GetProperty("conversation").TryGetProperty("city", out _));
        Assert.Equal("Izmir", asked.GetProperty("after").GetProperty("conversation").GetProperty("city").GetString());
        Assert.Equal(4, second["state"].GetProperty("history").GetArrayLength());
    }

    [Fact]
    public async Task Try_OfAnything_StoresNothing()
    {
        await SaveAsync("unstored", SmallFlows.Asking());
        var before = Rows();

        var first = await TryAsync("unstored", new { message = "hello" });
        await TryAsync("unstored", new { message = "Izmir", state = first["state"] });
        await TryAsync("unstored", new { node = "2", variables = new { city = "Bursa" } });
        await TryAsync("shop-assistant", new { message = "Which is the cheapest?" });
        await TryAsync("lead-capture", new { message = "hello" });

        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task Try_OfOneNode_TellsWhatItDoesAndWhereItLeads()
    {
        await SaveAsync("single", SmallFlows.Asking());

        var says = await TryAsync("single", new { node = "2", variables = new { city = "Bursa" } });
        var asks = await TryAsync("single", new { node = "1" });
        var takes = await TryAsync("single", new { node = "1", message = "Izmir" });

        Assert.Equal("You said Bursa.", says["messages"][0].GetProperty("content").GetString());
        Assert.Equal("3", says["nextNodeId"].GetString());
        Assert.Equal("next", Assert.Single(says["trace"].EnumerateArray()).GetProperty("port").GetString());
        Assert.Equal(("waiting", "Which city?"), (asks["status"].GetString(), asks["messages"][0].GetProperty("content").GetString()));
        Assert.Equal("2", takes["nextNodeId"].GetString());
        Assert.Equal("Izmir", takes["trace"][0].GetProperty("after").GetProperty("conversation").GetProperty("city").GetString());
    }

    [Fact]
    public async Task Try_OfASwitch_SaysWhichGuardsWereTriedWithWhichValues()
    {
        await SaveAsync("guarded-by-values", new DrawflowBuilder()
            .Node("1", "switch", new JsonObject
            {
                ["cases"] = new JsonArray(
                    new JsonObject
                    {
                        ["when"] = new JsonObject
                        {
                            ["all"] = new JsonArray(
                                new JsonObject { ["left"] = "city", ["op"] = "is_set" },
                                new JsonObject { ["left"] = "city", ["op"] = "equals", ["right"] = "Izmir" }),
                        },
                        ["port"] = "output_1",
                    },
                    new JsonObject { ["when"] = new JsonObject { ["left"] = "message", ["op"] = "contains", ["right"] = "bursa" }, ["port"] = "output_2" }),
                ["default_port"] = "output_3",
            }, outputs: 3)
            .Node("2", "condition", new JsonObject { ["left"] = "message", ["op"] = "has_keyword", ["right"] = new JsonArray("price", "cost") }, outputs: 2)
            .Node("3", "message", new JsonObject { ["content"] = "Done." }).Node("4", "end", outputs: 0)
            .Connect("1", 1, "3").Connect("1", 2, "2").Connect("1", 3, "3").Connect("2", 1, "3").Connect("2", 2, "3").Connect("3", 1, "4").Build().ToJson());

        var tried = await TryAsync("guarded-by-values", new { message = "to bursa please", variables = new { city = "Bursa" } });

        var steps = tried["trace"].EnumerateArray().ToList();
        var guards = steps[0].GetProperty("why").EnumerateArray().ToList();
        Assert.Equal(["/cases/0/when", "/cases/1/when"], guards.Select(guard => guard.GetProperty("pointer").GetString()));
        Assert.Equal([false, true], guards.Select(guard => guard.GetProperty("held").GetBoolean()));
        Assert.Equal(
            [
                """{"left":"city","op":"is_set","right":[],"leftValue":"Bursa","held":true}""",
                """{"left":"city","op":"equals","right":["Izmir"],"leftValue":"Bursa","held":false}""",
            ],
            guards[0].GetProperty("tests").EnumerateArray().Select(test => test.GetRawText()));
        Assert.Equal("to bursa please", guards[1].GetProperty("tests")[0].GetProperty("leftValue").GetString());
        var condition = steps[1].GetProperty("why").EnumerateArray().ToList();
        Assert.Equal([("", false), ("", true)], condition.Select(guard => (guard.GetProperty("pointer").GetString()!, guard.GetProperty("held").GetBoolean())));
        Assert.Equal("false", steps[1].GetProperty("port").GetString());
        Assert.False(steps[2].TryGetProperty("why", out _));
        Assert.False(steps[2].TryGetProperty("lookups", out _));
    }

    [Fact]
    public async Task Try_OfASearch_SaysWhatWasFound()
    {
        await SaveAsync("searching", new DrawflowBuilder()
            .Node("1", "knowledge_search").Node("2", "product_search").Node("3", "message", new JsonObject { ["content"] = "Done." }).Node("4", "end", outputs: 0)
            .Connect("1", 1, "2").Connect("2", 1, "3").Connect("3", 1, "4").Build().ToJson());

        var tried = await TryAsync("searching", new { message = "What is the warranty of a forklift?" });

        var steps = tried["trace"].EnumerateArray().ToList();
        var passages = Assert.Single(steps[0].GetProperty("lookups").EnumerateArray());
        var products = Assert.Single(steps[1].GetProperty("lookups").EnumerateArray());
        Assert.Equal(("passage", "product"), (passages.GetProperty("kind").GetString(), products.GetProperty("kind").GetString()));
        Assert.Equal("What is the warranty of a forklift?", passages.GetProperty("query").GetString());
        Assert.NotEmpty(passages.GetProperty("hits").EnumerateArray());
        Assert.All(passages.GetProperty("hits").EnumerateArray(), hit => Assert.InRange(hit.GetProperty("score").GetDouble(), 0, 1));
        Assert.NotEmpty(products.GetProperty("hits").EnumerateArray());
    }

    [Fact]
    public async Task Try_OfUnsavedDocument_RunsThatOne()
    {
        await SaveAsync("edited", SmallFlows.Saying("old"));

        var tried = await TryAsync("edited", new { message = "hello", document = JsonElement.Parse(SmallFlows.Saying("new")) });

        Assert.Equal("new", tried["messages"][0].GetProperty("content").GetString());
        Assert.Equal(1, service.Database.Count("tenant_conversation_flows WHERE flow_name = 'edited'"));
    }

    [Fact]
    public async Task Try_OfTimeout_LeavesByItsPort()
    {
        var first = await TryAsync("lead-capture", new { message = "hello" });

        var late = await TryAsync("lead-capture", new { timeout = true, state = first["state"] });

        Assert.Equal("timeout", late["trace"][0].GetProperty("port").GetString());
        Assert.Equal("ended", late["status"].GetString());
    }

    [Fact]
    public async Task Try_OfWebhook_RecordsTheCallAndSendsNothing()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var own = await ServiceFixture.StartAsync(null, "--FlowEngine:Outgoing:PrivateNetworks:0=127.0.0.0/8");
        own.Database.Query($"UPDATE bot_settings SET allowed_hosts = '[\"{endpoint.Address}\"]' RETURNING 1", row => row.GetInt32(0));
        own.Clock.Advance(TimeSpan.FromSeconds(5));
        var flow = new DrawflowBuilder()
            .Node("1", "webhook", new JsonObject { ["url"] = $"{endpoint.Address}/orders", ["payload"] = new JsonObject { ["text"] = "{{message}}" } }, outputs: 2)
            .Node("2", "end", new JsonObject { ["closing_message"] = "Done." }, outputs: 0).Connect("1", 1, "2").Connect("1", 2, "2").Build().ToJson();
        (await own.PutAsync("/api/flows/calling", flow, Key)).Expect(HttpStatusCode.OK);

        var tried = (await own.PostAsync("/api/flows/calling/versions/1/try", new { message = "hello" }, Key)).Expect(HttpStatusCode.OK);

        Assert.Equal("success", tried["trace"][0].GetProperty("port").GetString());
        var effect = Assert.Single(tried["effects"].EnumerateArray());
        Assert.Equal(("external", "webhook"), (effect.GetProperty("kind").GetString(), effect.GetProperty("type").GetString()));
        Assert.Equal("hello", effect.GetProperty("payload").GetProperty("payload").GetProperty("text").GetString());
        Assert.Empty(endpoint.Calls);
        Assert.Equal(0, own.Database.Count("effects"));
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "invalid_request")]
    [InlineData("{ \"mesage\": \"x\" }", HttpStatusCode.UnprocessableEntity, "invalid_request")]
    [InlineData("not json", HttpStatusCode.BadRequest, "not_json")]
    [InlineData("{ \"message\": \"x\", \"timeout\": true }", HttpStatusCode.UnprocessableEntity, "invalid_request")]
    [InlineData("{ \"timeout\": true }", HttpStatusCode.UnprocessableEntity, "invalid_request")]
    [InlineData("{ \"message\": \"x\", \"node\": \"99\" }", HttpStatusCode.UnprocessableEntity, "invalid_request")]
    [InlineData("{ \"message\": \"x\", \"state\": { \"context\": { \"v\": 9 } } }", HttpStatusCode.UnprocessableEntity, "invalid_request")]
    [InlineData("{ \"message\": \"x\", \"variables\": { \"tenant.name\": 1 } }", HttpStatusCode.UnprocessableEntity, "invalid_request")]
    [InlineData("{ \"message\": \"x\", \"document\": { \"drawflow\": {} } }", HttpStatusCode.UnprocessableEntity, "flow_has_errors")]
    public async Task Try_OfBadBody_IsRefused(string body, HttpStatusCode status, string code) =>
        Assert.Equal(code, (await service.PostAsync("/api/flows/shop-assistant/versions/1/try", body, Key)).Expect(status).Code);

    [Fact]
    public async Task Try_WithoutDesignScopeOrOfAnotherTenantsFlow_IsRefused()
    {
        await SaveAsync("mine", SmallFlows.Saying("x"));

        (await service.PostAsync("/api/flows/mine/versions/1/try", new { message = "x" }, "demo-en-chat")).Expect(HttpStatusCode.Forbidden);
        (await service.PostAsync("/api/flows/mine/versions/1/try", new { message = "x" }, "demo-design")).Expect(HttpStatusCode.NotFound);
    }

    private async Task<ServiceAnswer> TryAsync(string flow, object body) =>
        (await service.PostAsync($"/api/flows/{flow}/versions/1/try", body, Key)).Expect(HttpStatusCode.OK);

    private async Task SaveAsync(string flow, string document) => (await service.PutAsync($"/api/flows/{flow}", document, Key)).Expect(HttpStatusCode.OK);

    /// <summary>How many rows every table has; but for the search index, which the first search brings up to date.</summary>
    private List<string> Rows() =>
    [
        .. service.Database
            .Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%' ORDER BY name", row => row.GetString(0))
            .Select(table => $"{table} {service.Database.Count($"\"{table}\"")}"),
    ];
}
