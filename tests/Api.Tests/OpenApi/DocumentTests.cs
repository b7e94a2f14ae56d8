using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Stages;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Api.Tests.OpenApi;

/// <summary>What a document must have that clients are made of.</summary>
public sealed class DocumentTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    /// <summary>What may be any JSON: a legacy row's document, an effect's payload, a change's sides, a variable's value.</summary>
    private static readonly string[] s_anything = ["FlowDetailView.document", "TryEffectView.payload", "TryStateView.context", "TryTestView.leftValue"];

    [Fact]
    public async Task Operations_HaveIdsAndEveryAnswerTyped()
    {
        var document = await ReadAsync();
        Assert.True(document.Operations.Count >= 55, $"{document.Operations.Count} operations");
        var faults = document.Operations.SelectMany(operation => Faults(operation).Select(fault => $"{operation}: {fault}")).ToList();
        faults.AddRange(document.Operations.GroupBy(one => one.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"{same.Key} twice"));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Numbers_AreNumbers_AndMembersHaveATypeOrAReason()
    {
        var document = await ReadAsync();
        var faults = new List<string>();
        foreach (var (name, schema) in document.Schemas)
        {
            foreach (var (member, of) in schema!["properties"] as JsonObject ?? [])
            {
                if (of!["type"] is JsonArray types && types.Select(type => (string)type!).ToList() is var all
                    && all.Contains("string") && (all.Contains("integer") || all.Contains("number")))
                {
                    faults.Add($"{name}.{member} is a number or text");
                }

                if (of["type"] is null && of["$ref"] is null && of["oneOf"] is null && of["enum"] is null && !s_anything.Contains($"{name}.{member}")
                    && !name.StartsWith("FlowChange", StringComparison.Ordinal) && !name.StartsWith("JsonPatch", StringComparison.Ordinal))
                {
                    faults.Add($"{name}.{member} has no type");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task BodiesOfChanges_NeedOnlyWhatIsNeeded()
    {
        var document = await ReadAsync();
        Assert.Empty(Required(document, "SettingsBody"));
        Assert.Empty(Required(document, "TenantBody"));
        Assert.Empty(Required(document, "TryBody"));
        Assert.Equal(["stage"], Required(document, "StageBody"));
        Assert.Equal(["version"], Required(document, "RollbackBody"));
        Assert.Equal(["kind", "reason"], Required(document, "KillSwitchBody").Order(StringComparer.Ordinal));
        Assert.Equal(["content"], Required(document, "ChatMessageBody"));
    }

    [Fact]
    public async Task Names_AreThoseOfTheCode()
    {
        var document = await ReadAsync();
        Assert.Equal(StageNames.All.Order(StringComparer.Ordinal), Names(document, "StageView", "stage").Order(StringComparer.Ordinal));
        Assert.Equal(StageNames.All.Order(StringComparer.Ordinal), Names(document, "StageBody", "stage").Order(StringComparer.Ordinal));
        Assert.Equal(ComparisonResultNames.All.Order(StringComparer.Ordinal), Names(document, "ComparisonView", "result").Order(StringComparer.Ordinal));
        Assert.Equal(["ended", "open", "waiting"], Names(document, "ChatReply", "status").Order(StringComparer.Ordinal));
        Assert.Equal(["v1", "v2"], Names(document, "ChatReply", "engine").Order(StringComparer.Ordinal));
        Assert.True(document.Schemas.Sum(schema => (schema.Value!["properties"] as JsonObject ?? []).Count(member => member.Value!["enum"] is not null)) >= 20);
    }

    [Fact]
    public async Task Headers_AreThere()
    {
        var document = await ReadAsync();
        foreach (var id in new[] { "saveFlow", "publishFlowVersion", "rollBackFlow", "archiveFlowVersion", "saveFlowVersionSettings", "changeSettings", "setStage" })
        {
            Assert.Contains("If-Match", Headers(document, id));
        }

        Assert.Contains("Idempotency-Key", Headers(document, "sendMessage"));
        Assert.Contains("X-Tenant", Headers(document, "listFlows"));
        Assert.DoesNotContain("X-Tenant", Headers(document, "listTenants"));
        Assert.NotNull(Find(document, "getFlow").Responses["200"]!["headers"]!["ETag"]);
        Assert.NotNull(Find(document, "sendMessage").Responses["200"]!["headers"]!["Idempotent-Replayed"]);
        Assert.NotNull(Find(document, "sendMessage").Responses["429"]!["headers"]!["Retry-After"]);
        Assert.NotNull(Find(document, "saveFlow").Body);
        Assert.NotNull(Find(document, "checkFlow").Body);
    }

    [Fact]
    public async Task Events_OfAStream_HaveSchemasThatAreThere()
    {
        var document = await ReadAsync();

        var events = Find(document, "sendMessage").Responses["200"]!["content"]!["text/event-stream"]!["schema"]!["x-events"]!.AsArray();

        var watched = Find(document, "watchEvents").Responses["200"]!["content"]!["text/event-stream"]!["schema"]!["x-events"]!.AsArray();

        Assert.Equal(["delta", "discard", "done", "error", "message", "ping"], events.Select(one => (string)one!["event"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["change", "ping", "ready", "resync"], watched.Select(one => (string)one!["event"]!).Order(StringComparer.Ordinal));
        Assert.All(events.Concat(watched), one => Assert.NotNull(document.Resolve(one!["data"]!)["type"]));
    }

    [Fact]
    public async Task Document_SaysWhichVersionItIsOf_AndNoAddress()
    {
        var document = await ReadAsync();

        Assert.Matches(@"^\d+\.\d+\.\d+", (string)document.Json["info"]!["version"]!);
        Assert.True(document.Json["servers"] is null or JsonArray { Count: 0 });
        Assert.All(
            document.Operations.SelectMany(operation => operation.Parameters("query")),
            parameter => Assert.True(char.IsLower(((string)parameter["name"]!)[0]), (string?)parameter["name"]));
    }

    private static IEnumerable<string> Faults(ApiDocument.Operation operation)
    {
        if (operation.Id is null)
        {
            yield return "no id";
        }

        var path = operation.Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}')).ToList();
        if (!path.Order(StringComparer.Ordinal).SequenceEqual(operation.Parameters("path").Select(one => (string)one["name"]!).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            yield return "not every part of the path is a parameter";
        }

        if (!operation.Responses.Any(answer => answer.Key[0] == '2'))
        {
            yield return "no answer that is good";
        }

        foreach (var (status, answer) in operation.Responses)
        {
            if (status is not ("204" or "304") && (answer!["content"] is not JsonObject content || content.Any(media => media.Value!["schema"] is null)))
            {
                yield return $"{status} has no schema";
            }
        }

        if (operation.Path.StartsWith("/api/", StringComparison.Ordinal) && operation.Path.Contains("/health", StringComparison.Ordinal) is false)
        {
            foreach (var status in new[] { "401", "403", "422", "500", "503" }.Where(status => operation.Responses[status] is null))
            {
                yield return $"{status} is missing";
            }
        }
    }

    private static IEnumerable<string> Required(ApiDocument document, string schema) =>
        (document.Json["components"]!["schemas"]![schema]!["required"] as JsonArray ?? []).Select(name => (string)name!);

    private static IEnumerable<string> Names(ApiDocument document, string schema, string member) =>
        document.Json["components"]!["schemas"]![schema]!["properties"]![member]!["enum"]!.AsArray().Select(name => (string)name!);

    private static List<string> Headers(ApiDocument document, string id) => [.. Find(document, id).Parameters("header").Select(one => (string)one["name"]!)];

    private static ApiDocument.Operation Find(ApiDocument document, string id) => document.Operations.Single(operation => operation.Id == id);

    private async Task<ApiDocument> ReadAsync() => new(JsonNode.Parse((await service.GetAsync("/openapi/v1.json", null)).Text)!.AsObject());
}
