using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Api.Tests.Outgoing;

/// <summary>Calls to the outside, through the whole service: guard, secret, ledger, claim.</summary>
public sealed class WebhookTurnTests : IDisposable
{
    private const string Open = "--FlowEngine:Outgoing:PrivateNetworks:0=127.0.0.0/8";
    private const string Secret = "--FlowEngine:Secrets:demo:CRM=s3cret";

    private readonly TemporaryDatabase _database = new();

    [Theory]
    [InlineData("hook")]
    [InlineData("outer")]
    public async Task Turn_WithWebhook_CallsOnceAndIsOnRecord(string flow)
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var service = await StartAsync(endpoint, null, Open, Secret);

        var reply = await service.Client.SayAsync("s1", "two pallet trucks", flow);

        Assert.Contains("Ticket A-1", reply.Messages.Select(message => message.Content));
        var call = Assert.Single(endpoint.Calls);
        Assert.Equal(("Bearer s3cret", """{"text":"two pallet trucks"}"""), (call.Authorization, call.Body));
        var row = Assert.Single(Effects());
        Assert.Equal((call.Key, "external", "done"), (row.Key, row.Kind, row.Status));
        Assert.Equal("""{"status":200,"values":{"ticket":"A-1"}}""", row.Result);
        Assert.Equal(1, _database.Count("effects e JOIN conversation_turns t ON t.id = e.turn_id AND t.conversation_id = e.conversation_id"));
    }

    [Fact]
    public async Task Turn_WithoutOpenNetwork_IsRefusedAndGoesToTheErrorPort()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var service = await StartAsync(endpoint, null, Secret);

        var reply = await service.Client.SayAsync("s1", "hello", "hook");

        Assert.Contains("Later, please", reply.Messages.Select(message => message.Content));
        Assert.Empty(endpoint.Calls);
        var row = Assert.Single(Effects());
        Assert.Equal(("failed", """{"status":null,"failure":"address_not_allowed"}"""), (row.Status, row.Result));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("https://elsewhere.example", null)]
    [InlineData("{0}/other", null)]
    [InlineData("{0}", "Bearer shared")]
    public async Task Turn_WithASecretOfTheService_SendsItWhereTheOperatorGrantedIt(string? granted, string? sent)
    {
        await using var endpoint = await Endpoint.StartAsync();
        string[] grant = granted is null ? [] : [$"--FlowEngine:Outgoing:Secrets:CRM:Endpoints:0={granted.Replace("{0}", endpoint.Address, StringComparison.Ordinal)}"];
        await using var service = await StartAsync(endpoint, null, [Open, "--FlowEngine:Secrets:CRM=shared", .. grant]);

        await service.Client.SayAsync("s1", "hello", "hook");

        Assert.Equal(sent is null ? [] : [sent], endpoint.Calls.Select(call => call.Authorization));
        Assert.Contains(sent is null ? "secret_unknown" : "200", Assert.Single(Effects()).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_WhoseCommitIsLost_SentAgainDoesNotCallAgain()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var service = await StartAsync(endpoint, LoseFirstCommit, Open, Secret);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(service, "k1")).Status);
        Assert.Equal("done", Assert.Single(Effects()).Status);

        var (status, body) = await SendAsync(service, "k1");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Ticket A-1", body, StringComparison.Ordinal);
        Assert.Single(endpoint.Calls);
        Assert.Single(Effects());
    }

    [Fact]
    public async Task Turn_WhoseProcessEndedDuringTheCall_CallsAgainWithTheSameKey()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var service = await StartAsync(endpoint, LoseFirstCommit, Open, Secret);
        await SendAsync(service, "k1");
        using (var connection = _database.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE effects SET status = 'intended', result = NULL";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var (status, _) = await SendAsync(service, "k1");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, endpoint.Calls.Count);
        Assert.Single(endpoint.Calls.Select(call => call.Key).Distinct());
        Assert.Equal("done", Assert.Single(Effects()).Status);
    }

    [Fact]
    public async Task Turn_OfATimeout_IsClaimedAndCallsOnce()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var service = await StartAsync(endpoint, null, Open, Secret);
        await PublishAsync(service, "asking", new DrawflowBuilder()
            .Node("ask", "collect_data", new JsonObject { ["prompt"] = "Which city?", ["context_key"] = "city", ["timeout_minutes"] = 5 }, 3)
            .Node("call", "webhook", Webhook(endpoint), 2)
            .Node("end", "end", new JsonObject { ["closing_message"] = "Thank you." }, outputs: 0)
            .Connect("ask", 1, "end").Connect("ask", 2, "end").Connect("ask", 3, "call").Connect("call", 1, "end").Connect("call", 2, "end"));
        await service.Client.SayAsync("s1", "hello", "asking");
        using (var connection = _database.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE ai_conversations SET expires_at = created_at";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var late = await service.Client.SayAsync("s1", "Ankara");

        Assert.Equal("waiting", late.Status);
        Assert.Single(endpoint.Calls);
        Assert.Equal("done", Assert.Single(Effects()).Status);
        Assert.Equal(3, _database.Count("conversation_turns WHERE status = 'done'"));
        Assert.Equal(1, _database.Count("effects e JOIN conversation_turns t ON t.id = e.turn_id WHERE t.seq = 2"));
    }

    public void Dispose() => _database.Dispose();

    private static void LoseFirstCommit(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(ITurnWriter)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<ITurnWriter>(provider =>
            new LosingWriter((ITurnWriter)ActivatorUtilities.CreateInstance(provider, real))));
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(LocalService service, string key)
    {
        using var message = ChatCalls.Message(new ChatRequest { Content = "order", SessionId = "s1", Flow = "hook", Language = "en" }, key);
        using var response = await service.Client.SendAsync(message);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<LocalService> StartAsync(Endpoint endpoint, Action<IServiceCollection>? replace, params string[] settings)
    {
        var service = await LocalService.StartAsync(_database, null, replace, settings);
        using (var connection = _database.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE bot_settings SET allowed_hosts = $hosts";
            command.Parameters.AddWithValue("$hosts", JsonSerializer.Serialize(new[] { endpoint.Address }));
            command.ExecuteNonQuery();
        }

        await PublishAsync(service, "hook", new DrawflowBuilder()
            .Node("call", "webhook", Webhook(endpoint), 2)
            .Node("thanks", "message", new JsonObject { ["content"] = "Ticket {{ ticket }}" })
            .Node("sorry", "message", new JsonObject { ["content"] = "Later, please" })
            .Node("end", "end", outputs: 0)
            .Connect("call", 1, "thanks").Connect("call", 2, "sorry").Connect("thanks", 1, "end").Connect("sorry", 1, "end"));
        await PublishAsync(service, "outer", new DrawflowBuilder()
            .Node("inner", "sub_flow", new JsonObject { ["flow"] = "hook" }, 2)
            .Node("end", "end", outputs: 0)
            .Connect("inner", 1, "end").Connect("inner", 2, "end"));
        return service;
    }

    private static JsonObject Webhook(Endpoint endpoint) => new()
    {
        ["url"] = $"{endpoint.Address}/tickets",
        ["payload"] = new JsonObject { ["text"] = "{{ message }}" },
        ["response_map"] = new JsonObject { ["ticket"] = "ticket" },
        ["secret"] = "config:CRM",
    };

    private async Task PublishAsync(LocalService service, string name, DrawflowBuilder flow)
    {
        var tenant = new Conversations.TenantKey(_database.Query("SELECT id FROM tenants WHERE slug = 'demo'", row => row.GetInt64(0))[0], "default");
        var flows = service.Services.GetRequiredService<FlowVersionChanges>();
        var saved = await flows.SaveDraftAsync(tenant, new FlowDraft(name, flow.Build().ToJson(), null, "test", null), null, default);
        Assert.Equal(
            FlowChangeOutcome.Done, (await flows.PublishAsync(tenant, name, saved!.Summary.Version, new FlowChangeCommand("test"), default)).Outcome);
    }

    private IReadOnlyList<(string Key, string Kind, string Status, string? Result)> Effects() => _database.Query(
        "SELECT key, kind, status, result FROM effects",
        row => (row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)));
}
