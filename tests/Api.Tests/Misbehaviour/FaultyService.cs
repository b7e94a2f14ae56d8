using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Faults;
using FlowEngine.Integrations.Resilience;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>
/// The whole service with nothing outside but a fault server: tenant <c>demo</c>'s model speaks OpenAI's wire, that of <c>demo-en</c>
/// Anthropic's, and <c>demo</c>'s flow <c>hook-*</c> calls it as an endpoint.
/// </summary>
internal sealed class FaultyService : IAsyncDisposable
{
    private readonly ChatApi _one;
    private readonly ChatApi _other;

    private FaultyService(FaultServer server, ChatService service)
    {
        (Server, Service) = (server, service);
        (_one, _other) = (service.Api("demo-chat"), service.Api("demo-en-chat"));
    }

    public FaultServer Server { get; }

    public ChatService Service { get; }

    /// <summary>Impatient, so that tests are quick, but not so much that a busy machine is taken for a fault.</summary>
    public static ModelCallOptions Impatient { get; } = new()
    {
        FirstToken = TimeSpan.FromSeconds(2),
        Timeout = TimeSpan.FromSeconds(4),
        RetryDelay = TimeSpan.FromMilliseconds(5),
        BreakerThroughput = int.MaxValue,
    };

    public static async Task<FaultyService> StartAsync(ModelCallOptions? models = null, params string[] settings)
    {
        var server = await FaultServer.StartAsync();
        var service = await ChatService.StartAsync(
            builder => builder.Services.AddSingleton(models ?? Impatient),
            ["--FlowEngine:Outgoing:PrivateNetworks:0=127.0.0.0/8", .. settings]);
        var faulty = new FaultyService(server, service);
        await faulty.ConfigureAsync("demo", Wire.OpenAi);
        await faulty.ConfigureAsync("demo-en", Wire.Anthropic);
        await service.ExecuteAsync(
            "UPDATE bot_settings SET allowed_hosts = @hosts", ("hosts", JsonSerializer.Serialize(new[] { server.Address })));
        foreach (var (name, document) in FaultyFlows.All(server.AddressOf(Wire.Webhook)))
        {
            await service.PublishAsync("demo", name, document);
            await service.PublishAsync("demo-en", name, document);
        }

        return faulty;
    }

    public static string TenantOf(Wire wire) => wire == Wire.Anthropic ? "demo-en" : "demo";

    public ChatApi ApiOf(Wire wire) => TenantOf(wire) == "demo" ? _one : _other;

    /// <summary>The conversation's row as the engine left it: where it stands and what it knows.</summary>
    public async Task<string> StateAsync(string conversation) => string.Join(" | ", (await Service.RowsAsync(
        "SELECT status, flow_id, current_node_id, context_data, expires_at FROM ai_conversations WHERE upper(public_id) = upper(@id)",
        ("id", conversation)))[0]);

    public async Task<IReadOnlyList<string>> MessagesAsync(string turn) =>
    [
        .. (await Service.RowsAsync(
            "SELECT kind, content FROM ai_conversation_messages WHERE message_id LIKE @prefix ORDER BY id", ("prefix", $"{Guid.Parse(turn):N}%")))
            .Select(row => $"{row[0]}: {row[1]}"),
    ];

    public async Task<StoredTurn> TurnAsync(string turn)
    {
        var row = (await Service.RowsAsync(
            "SELECT status, failure_code, state_before = state_after, trace FROM conversation_turns WHERE upper(id) = upper(@id)", ("id", turn)))[0];
        var effects = await Service.RowsAsync("SELECT status, result FROM effects WHERE upper(turn_id) = upper(@id)", ("id", turn));
        return new(
            (string)row[0]!, (string?)row[1], Convert.ToBoolean(row[2], CultureInfo.InvariantCulture), (string?)row[3] ?? "",
            [.. effects.Select(effect => $"{effect[0]} {effect[1]}")]);
    }

    public async Task<(long Claims, long Intended)> LeftOverAsync() => (
        await Service.ScalarAsync<long>("SELECT COUNT(*) FROM conversation_turns WHERE status <> 'done'"),
        await Service.ScalarAsync<long>("SELECT COUNT(*) FROM effects WHERE status = 'intended'"));

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Server.DisposeAsync();
    }

    private async Task ConfigureAsync(string tenant, Wire wire)
    {
        var key = await Service.TenantAsync(tenant);
        await Service.ExecuteAsync(
            """
            DELETE FROM ai_assistant_configurations WHERE tenant_id = @tenant;
            INSERT INTO ai_assistant_configurations (tenant_id, name, provider, model_name, is_active, is_default, priority, settings, updated_at)
            VALUES (@tenant, 'far', @provider, 'far-1', 1, 1, 0, @settings, '2026-01-01T00:00:00.0000000Z')
            """,
            ("tenant", key.TenantId),
            ("provider", wire.Name),
            ("settings", JsonSerializer.Serialize(new { endpoint = Server.AddressOf(wire) })));
    }
}

/// <param name="KeepsState">The hashes of the state before and after are the same.</param>
internal sealed record StoredTurn(string Status, string? Failure, bool KeepsState, string Trace, IReadOnlyList<string> Effects);
