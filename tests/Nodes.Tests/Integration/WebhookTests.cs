using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Integration;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.NodeTypes;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Nodes.Tests.Integration;

public sealed class WebhookTests
{
    private static readonly Template s_url = Parse("https://crm.example/o/{{ message }}/items?q={{ message }}&x=1#end");

    private readonly TestWorld _world = new();

    [Fact]
    public async Task Run_WithPayload_SendsNothingElseOfTheConversation()
    {
        await SayAsync("""{ "url": "https://crm.example/in", "payload": { "text": "{{ message }}", "n": "{{ walk.n }}" } }""", "merhaba", """{ "n": 3 }""");

        var call = Assert.Single(_world.Http.Calls);
        Assert.Equal("POST", call.Method);
        Assert.Equal("""{"text":"merhaba","n":3}""", call.Body);
        Assert.Equal("application/json", call.ContentType);
        Assert.Empty(call.Headers);
        Assert.Null(call.Secret);
    }

    [Theory]
    [InlineData("""{ "url": "https://crm.example/in" }""")]
    [InlineData("""{ "url": "https://crm.example/in", "payload": [] }""")]
    public async Task Run_WithoutPayload_SendsNoBody(string data)
    {
        await SayAsync(data, "merhaba");

        Assert.Null(Assert.Single(_world.Http.Calls).Body);
    }

    [Fact]
    public async Task Run_WithVariablesInTheUrl_KeepsThemInTheirPlace()
    {
        await SayAsync("""{ "url": "https://crm.example/o/{{ message }}?q={{ message }}&x=1" }""", "a/../b?x=2#c&d e");

        Assert.Equal(
            "https://crm.example/o/a%2F..%2Fb%3Fx%3D2%23c%26d%20e?q=a%2F..%2Fb%3Fx%3D2%23c%26d%20e&x=1", Assert.Single(_world.Http.Calls).Url);
    }

    [Fact]
    public void Run_WithAnyTextInTheUrl_StaysAtItsHostAndInItsPlace()
    {
        var piece = Gen.Elements(".", "..", "/", "\\", "?", "#", "@", "%2e", ":", "\r\n", "\ud800", "a", " ", "ş", "[", "]", "//evil.example");
        var texts = Gen.OneOf(piece.ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var url = WebhookUrl.Render(s_url, Scope(text));
            return url is null
                ? text is "." or ".."
                : Uri.TryCreate(url, UriKind.Absolute, out var uri)
                    && uri is { Scheme: "https", Host: "crm.example", Port: 443, UserInfo: "", Fragment: "#end" }
                    && uri.AbsolutePath.StartsWith("/o/", StringComparison.Ordinal) && uri.AbsolutePath.EndsWith("/items", StringComparison.Ordinal)
                    && uri.Segments.Length == 4
                    && uri.Query.Count(c => c is '&' or '?') == 2;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public async Task Run_WithSecret_PassesItsNameOnly()
    {
        await SayAsync("""{ "url": "https://crm.example", "secret": "env:CRM", "timeout": 3 }""", "merhaba");

        var call = Assert.Single(_world.Http.Calls);
        Assert.Equal(("env:CRM", null, TimeSpan.FromSeconds(3)), (call.Secret, call.SecretHeader, call.Timeout));
        Assert.DoesNotContain("CRM", Assert.Single(_world.Effects.Rows.Values).Intent.Payload.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order.items.1.id", "7")]
    [InlineData("$.order.items.1.id", "7")]
    [InlineData("/order/items/1/id", "7")]
    [InlineData("/order/a~1b~0c", "yes")]
    [InlineData("order.items.count", "2")]
    [InlineData("order.none.at.all", "")]
    [InlineData("$", """{"order":{"items":[{"id":5},{"id":7}],"a/b~c":"yes"}}""")]
    public async Task Run_WithResponseMap_SetsWhatStandsThere(string path, string expected)
    {
        _world.Http.Answers(Json("""{"order":{"items":[{"id":5},{"id":7}],"a/b~c":"yes"}}"""));

        var outcome = await SayAsync($$"""{ "url": "https://crm.example", "response_map": { "found": "{{path}}" } }""", "merhaba");

        Assert.Equal(expected, Walked.Value(outcome, "found").ToString());
        Assert.Equal(200, Walked.Value(outcome, "webhook_status").Number);
    }

    [Fact]
    public async Task Run_WithConversationVariable_OutlivesTheWalk()
    {
        _world.Http.Answers(Json("""{"id":"A-1"}"""));
        var talk = Start("""{ "url": "https://crm.example", "response_map": { "conversation.order": "id", "passing": "id" } }""");

        await talk.SayAsync("merhaba");

        Assert.Equal("A-1", Assert.Single(talk.State.Vars, pair => pair.Key == "order").Value.Text);
        Assert.DoesNotContain("passing", talk.State.Vars.Keys);
    }

    [Fact]
    public async Task Run_AnsweredWithAnError_SetsTheStatusAtTheErrorPort()
    {
        _world.Http.Answers(new OutgoingAnswer(422, Value.Of("no"), false));

        var outcome = await SayAsync("""{ "url": "https://crm.example" }""", "merhaba");

        Assert.Equal(422, Walked.Value(outcome, "webhook_status").Number);
        Assert.Equal("end_error", Walked.Nodes(outcome).Last());
        Assert.Null(outcome.Failure);
    }

    [Fact]
    public async Task Run_WhileItCalls_IsOnRecordAsIntended()
    {
        var during = "";
        _world.Http.OnCall = call => during = _world.Effects.Rows[call.IdempotencyKey!].Status;

        await SayAsync("""{ "url": "https://crm.example/in", "payload": { "a": 1 } }""", "merhaba");

        var row = Assert.Single(_world.Effects.Rows.Values);
        Assert.Equal(("intended", "done"), (during, row.Status));
        Assert.Equal("""{"method":"POST","url":"https://crm.example/in","payload":{"a":1}}""", row.Intent.Payload.ToJson());
        Assert.Equal("""{"status":200,"values":{}}""", row.Result.ToJson());
    }

    [Fact]
    public async Task Run_ThatFails_IsOnRecordAsFailed()
    {
        _world.Http.Answers(OutgoingAnswer.Failed(FailureCodes.OutgoingTimeout, "late"));

        await SayAsync("""{ "url": "https://crm.example" }""", "merhaba");

        var row = Assert.Single(_world.Effects.Rows.Values);
        Assert.Equal("failed", row.Status);
        Assert.Equal("""{"status":null,"failure":"outgoing_timeout"}""", row.Result.ToJson());
    }

    [Fact]
    public async Task Run_Retried_SendsTheSameKeyAgain()
    {
        _world.Http.Answers(new(503, Value.Null, false), new(200, Value.Null, false));

        var outcome = await SayAsync("""{ "url": "https://crm.example", "retry": { "attempts": 2, "backoff_ms": 0 } }""", "merhaba");

        Assert.Null(outcome.Failure);
        Assert.Equal(2, _world.Http.Calls.Count);
        Assert.Single(_world.Http.Calls.Select(call => call.IdempotencyKey).Distinct());
        Assert.Equal("done", Assert.Single(_world.Effects.Rows.Values).Status);
    }

    [Fact]
    public async Task Run_InTwoTurns_SendsTwoKeys()
    {
        var talk = Start("""{ "url": "https://crm.example" }""");

        await talk.SayAsync("bir");
        await talk.SayAsync("iki");

        Assert.Equal(2, _world.Http.Calls.Select(call => call.IdempotencyKey).Distinct().Count());
        Assert.All(_world.Http.Calls, call => Assert.InRange(call.IdempotencyKey!.Length, 1, 200));
    }

    [Fact]
    public async Task Run_OfATurnThatIsMadeAgain_UsesTheResultOnRecord()
    {
        const string Data = """{ "url": "https://crm.example", "response_map": { "found": "id" } }""";
        _world.Http.Answers(Json("""{"id":1}"""), Json("""{"id":2}"""));
        await SayAsync(Data, "merhaba");

        var again = await SayAsync(Data, "merhaba");

        Assert.Single(_world.Http.Calls);
        Assert.Equal(1, Walked.Value(again, "found").Number);
        Assert.Equal("effects.earlier", Assert.Single(again.OutsideAnswers).Port);
    }

    [Fact]
    public async Task Run_AfterACrashBetweenIntendedAndDone_CallsAgainWithTheSameKey()
    {
        const string Data = """{ "url": "https://crm.example" }""";
        await SayAsync(Data, "merhaba");
        var (key, row) = Assert.Single(_world.Effects.Rows);
        _world.Effects.Rows[key] = row with { Status = "intended", Result = Value.Null };

        await SayAsync(Data, "merhaba");

        Assert.Equal([key, key], _world.Http.Calls.Select(call => call.IdempotencyKey));
        Assert.Equal("done", _world.Effects.Rows[key].Status);
    }

    [Fact]
    public async Task Run_Called_NotesTheAnswerForReplays()
    {
        _world.Http.Answers(Json("""{"id":1}"""));

        var outcome = await SayAsync("""{ "url": "https://crm.example" }""", "merhaba");

        var noted = Assert.Single(outcome.OutsideAnswers);
        Assert.Equal(("http", NodeBench.NodeId), (noted.Port, noted.NodeId));
        Assert.Contains("\"id\":1", noted.Answer, StringComparison.Ordinal);
        Assert.Empty(outcome.Effects);
    }

    [Theory]
    [InlineData("""{ "url": "{{ message }}" }""", "/url")]
    [InlineData("""{ "url": "https://{{ message }}/x" }""", "/url")]
    [InlineData("""{ "url": "https://crm.example{{ message }}" }""", "/url")]
    [InlineData("""{ "url": "https://crm.example:{{ message }}/" }""", "/url")]
    [InlineData("""{ "url": "https://user:pass@crm.example/" }""", "/url")]
    [InlineData("""{ "url": "ftp://crm.example/" }""", "/url")]
    [InlineData("""{ "url": "crm.example/x" }""", "/url")]
    [InlineData("""{ "url": "https://crm.example", "headers": { "Authorization": "Bearer x" } }""", "/headers/Authorization")]
    [InlineData("""{ "url": "https://crm.example", "headers": { "host": "other.example" } }""", "/headers/host")]
    [InlineData("""{ "url": "https://crm.example", "headers": { "a b": "c" } }""", "/headers/a b")]
    [InlineData("""{ "url": "https://crm.example", "secret": "sk-live-123" }""", "/secret")]
    [InlineData("""{ "url": "https://crm.example", "secret": "config:other:CRM" }""", "/secret")]
    [InlineData("""{ "url": "https://crm.example", "secret": "config:A", "secret_header": "Host" }""", "/secret_header")]
    [InlineData("""{ "url": "https://crm.example", "timeout": 31 }""", "/timeout")]
    [InlineData("""{ "url": "https://crm.example", "response_map": { "message": "id" } }""", "/response_map/message")]
    public void Bind_WithWhatCannotBe_HasAnError(string data, string pointer)
    {
        var info = _world.Registry.Find("webhook")!;

        var bound = ConfigurationBinder.Bind(info.ConfigurationType, JsonSerializer.Deserialize<JsonElement>(data));

        Assert.Equal(pointer, Assert.Single(bound.Faults, fault => fault.IsError).Pointer);
    }

    private Task<TurnOutcome> SayAsync(string data, string message, string? walk = null) => Start(data, walk).SayAsync(message);

    private TestConversation Start(string data, string? walk = null) =>
        NodeBench.Start(_world, "webhook", Object(data), walk is null ? null : Object(walk));

    private static Template Parse(string text) => Template.TryParse(text, out var template, out _) ? template : throw new ArgumentException(text);

    private static TextScope Scope(string message) => new(
        new Variables(
            new VariableScope(new Dictionary<string, Value>()),
            new VariableScope(new Dictionary<string, Value>()),
            new ReadOnlyVariables(Value.Of(message), Value.Null, Value.Null, Value.Null)),
        "tr",
        ["tr"],
        "TRY",
        TimeZoneInfo.Utc);

    private static JsonObject Object(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static OutgoingAnswer Json(string json) => new(200, Value.FromJson(JsonSerializer.Deserialize<JsonElement>(json)), true);
}
