using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class NodeEndpointTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Nodes_OfCollectData_HavePortsAndSchema()
    {
        var node = (await NodesAsync())["collect_data"];

        Assert.Equal("common", node.GetProperty("category").GetString());
        Assert.True(node.GetProperty("waits").GetBoolean());
        Assert.Equal("success", node.GetProperty("ports")[0].GetProperty("name").GetString());
        Assert.Equal(1, node.GetProperty("ports")[0].GetProperty("output").GetInt32());
        Assert.True(node.GetProperty("schema").GetProperty("properties").TryGetProperty("context_key", out _));
    }

    [Fact]
    public async Task Nodes_OfTheBuild_AreSaidInBothLanguages()
    {
        var (english, turkish) = (Texts("en"), Texts("tr"));
        foreach (var part in new[] { "types", "fields", "ports" })
        {
            var (one, other) = (Names(english, part), Names(turkish, part));
            Assert.Empty(one.Except(other));
            Assert.All(english.GetProperty(part).EnumerateObject().Concat(turkish.GetProperty(part).EnumerateObject()), text => Assert.NotEqual("", text.Value.GetString()));
        }

        foreach (var (name, node) in await NodesAsync())
        {
            Assert.Contains(name, Names(english, "types"));
            Assert.Contains(name, Names(turkish, "summaries"));
            foreach (var port in node.GetProperty("ports").EnumerateArray())
            {
                AssertSaid(turkish, "ports", name, port.GetProperty("name").GetString()!);
            }

            foreach (var field in node.GetProperty("fields").EnumerateArray())
            {
                var pointer = field.GetProperty("pointer").GetString()!.TrimStart('/');
                AssertSaid(english, "fields", name, pointer);
                AssertSaid(turkish, "fields", name, pointer);
                if (field.TryGetProperty("help", out _))
                {
                    AssertSaid(turkish, "help", name, pointer);
                }
            }
        }
    }

    [Fact]
    public async Task Nodes_HaveAFormOfEveryMember_AndKnowWhatEditsIt()
    {
        foreach (var (name, node) in await NodesAsync())
        {
            var fields = node.GetProperty("fields").EnumerateArray().ToList();
            var members = node.GetProperty("schema").GetProperty("properties").EnumerateObject()
                .Where(member => !member.Value.TryGetProperty("deprecated", out _)).Select(member => $"/{member.Name}");
            List<string> expected = name == "condition" ? ["", "/label", "/note", "/on_error", "/retry", "/timeout_ms"] : [.. members.Order(StringComparer.Ordinal)];
            Assert.Equal(expected, fields.Select(field => field.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
            Assert.Equal(Enumerable.Range(1, fields.Count), fields.Select(field => field.GetProperty("order").GetInt32()));
            Assert.All(
                fields.Where(field => field.GetProperty("required").GetBoolean()), field => Assert.Equal("basic", field.GetProperty("group").GetString()));
            Assert.All(
                fields.Where(field => field.GetProperty("widget").GetString() == "json"),
                field => Assert.Contains(field.GetProperty("pointer").GetString(), new[] { "/retry", "/category_questions" }));
        }
    }

    [Theory]
    [InlineData("collect_data", "/prompt", "text")]
    [InlineData("collect_data", "/data_type", "select")]
    [InlineData("collect_data", "/required", "toggle")]
    [InlineData("collect_data", "/max_attempts", "number")]
    [InlineData("collect_data", "/choices", "choices")]
    [InlineData("collect_data", "/validation_regex", "pattern")]
    [InlineData("ai_response", "/temperature", "number")]
    [InlineData("ai_response", "/configuration", "ai_configuration")]
    [InlineData("condition", "", "condition")]
    [InlineData("switch", "/cases", "cases")]
    [InlineData("jump", "/target", "node")]
    [InlineData("sub_flow", "/flow", "flow")]
    [InlineData("webhook", "/headers", "key_value")]
    [InlineData("webhook", "/url", "template")]
    [InlineData("save_lead", "/source", "line")]
    [InlineData("category_detection", "/priority", "chips")]
    public async Task Nodes_SayHowAFieldIsEdited(string node, string pointer, string widget) => Assert.Equal(
        widget,
        (await NodesAsync())[node].GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("pointer").GetString() == pointer)
            .GetProperty("widget").GetString());

    [Fact]
    public async Task Nodes_WithConfiguredPorts_SayWhereTheyAreConfigured()
    {
        foreach (var (name, node) in await NodesAsync())
        {
            var configured = node.GetProperty("configuredBy").EnumerateArray().Select(one => one.GetProperty("port").GetString()).ToList();
            Assert.Equal(node.GetProperty("hasConfiguredPorts").GetBoolean(), configured.Count > 0);
            if (configured.Count > 0)
            {
                Assert.Equal([name == "switch" ? "/cases/*/port" : "/intents/*/port", "/default_port"], configured);
            }
        }
    }

    [Fact]
    public async Task Nodes_ThatAnOperatorSwitchedOff_AreNotOfferedNorPublished()
    {
        await using var own = await ServiceFixture.StartAsync();
        await own.PutAsync("/api/flows/said", SmallFlows.Saying("x"), "demo-design");
        using (var database = own.Database.Open())
        using (var command = database.CreateCommand())
        {
            command.CommandText = "UPDATE ai_workflow_nodes SET is_active = 0 WHERE node_key = 'message'";
            command.ExecuteNonQuery();
        }

        own.Clock.Advance(TimeSpan.FromSeconds(2));
        var nodes = (await own.GetAsync("/api/nodes", "demo-design")).Expect(HttpStatusCode.OK);
        var schema = (await own.GetAsync("/api/flows/schema", "demo-design")).Expect(HttpStatusCode.OK);
        var published = await own.PostAsync("/api/flows/said/versions/1/publish", null, "demo-design");

        Assert.DoesNotContain(nodes["items"].EnumerateArray(), node => node.GetProperty("name").GetString() == "message");
        var offered = schema["$defs"].GetProperty("node").GetProperty("properties").GetProperty("name").GetProperty("enum").EnumerateArray().Select(name => name.GetString());
        Assert.DoesNotContain("message", offered);
        Assert.Contains("welcome", offered);
        Assert.Contains(
            published.Expect(HttpStatusCode.UnprocessableEntity)["findings"].EnumerateArray(),
            finding => finding.GetProperty("code").GetString() == "node_type_not_allowed");
    }

    [Fact]
    public async Task Check_OfFaultyFlow_FindsAndSavesNothing()
    {
        var before = service.Database.Count("tenant_conversation_flows");

        var answer = (await service.PostAsync("/api/flows/check", SmallFlows.Faulty(), "demo-design")).Expect(HttpStatusCode.OK);

        Assert.Contains(answer["findings"].EnumerateArray(), finding => finding.GetProperty("severity").GetString() == "error");
        Assert.Equal(before, service.Database.Count("tenant_conversation_flows"));
    }

    [Fact]
    public async Task Description_OfTheApi_HasTheFlows()
    {
        var document = (await service.GetAsync("/openapi/v1.json", key: null)).Expect(HttpStatusCode.OK);

        Assert.True(document["paths"].TryGetProperty("/api/flows/{name}/versions/{version}/publish", out _));
        Assert.True(document["paths"].TryGetProperty("/api/nodes", out _));
    }

    private static JsonElement Texts(string language)
    {
        using var stream = typeof(Api.Serving.ServiceHost).Assembly.GetManifestResourceStream($"node-texts.{language}.json")!;
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }

    private static HashSet<string> Names(JsonElement texts, string part) => [.. texts.GetProperty(part).EnumerateObject().Select(text => text.Name)];

    private static void AssertSaid(JsonElement texts, string part, string type, string name) =>
        Assert.True(Names(texts, part).Overlaps([$"{type}.{name}", name]), $"{part}: {type}.{name}");

    private async Task<Dictionary<string, JsonElement>> NodesAsync() =>
        (await service.GetAsync("/api/nodes", "demo-design")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .ToDictionary(node => node.GetProperty("name").GetString()!);
}
