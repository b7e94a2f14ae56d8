using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.NodeTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Stages;

/// <summary>A service whose tenant <c>demo</c> has a small flow, a stage that the test sets, and engines that fail when they are told to.</summary>
internal sealed class StagedShop(ChatService service) : IAsyncDisposable
{
    /// <summary>The flow's own answer; the variable is there after a handover.</summary>
    public const string Answer = "City: Izmir.";

    public const string Flow = "staged";

    private const string Delicate = "set_variable";

    public ChatService Service => service;

    public ChatApi Api { get; } = service.Api("demo-design");

    /// <summary>Without comparisons, whose candidates would write their states when they get to it; settings may say otherwise.</summary>
    public static async Task<StagedShop> StartAsync(Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        var shop = new StagedShop(await ChatService.StartAsync(configure, ["--FlowEngine:Comparisons:Enabled=false", .. settings]));
        await shop.PublishAsync(FlowDocuments.Document(
            (1, "message", new { content = "City: {{city}}." }, [2]),
            (2, Delicate, new { assignments = new[] { new { name = "conversation.seen", value = "yes" } } }, [3]),
            (3, "end", new { }, [])));
        return shop;
    }

    public async Task PublishAsync(string document)
    {
        await service.PublishAsync("demo", Flow, document);
        await service.ExecuteAsync($"UPDATE bot_settings SET default_flow = '{Flow}' WHERE tenant_id = (SELECT id FROM tenants WHERE slug = 'demo')");
        await ForgetAsync();
    }

    public async Task SetAsync(string stage, int percentage = 100, int sample = 100)
    {
        await service.ExecuteAsync(
            """
            INSERT OR REPLACE INTO tenant_stages (tenant_id, instance_id, stage, percentage, sample, updated_at)
            SELECT id, 'default', @stage, @percentage, @sample, '2026-01-01T00:00:00.0000000Z' FROM tenants WHERE slug = 'demo'
            """,
            ("stage", stage), ("percentage", percentage), ("sample", sample));
        await ForgetAsync();
    }

    public async Task FailAsync(bool v1, bool v2)
    {
        await service.ExecuteAsync(
            "UPDATE ai_prompts SET is_active = @works WHERE tenant_id = (SELECT id FROM tenants WHERE slug = 'demo')", ("works", v1 ? 0 : 1));
        await service.Services.GetRequiredService<NodeTypeStore>().SwitchAsync(Delicate, !v2, isGlobal: true, [], CancellationToken.None);
        await ForgetAsync();
    }

    /// <summary>As the candidate's worker leaves it.</summary>
    public async Task KeepCandidateAsync(string conversationId, int afterSeq, string state = """{"v":1,"vars":{"city":"Izmir"}}""") =>
        Assert.Equal(1, await service.ExecuteAsync(
            """
            INSERT OR REPLACE INTO candidate_states (tenant_id, instance_id, conversation_id, engine, mode, after_seq, state, updated_at)
            SELECT tenant_id, instance_id, id, 'v2', 'resync', @seq, @state, updated_at FROM ai_conversations WHERE upper(public_id) = upper(@id)
            """,
            ("seq", afterSeq), ("state", state), ("id", conversationId)));

    public Task<Reply> SayAsync(string text, string session, string path = ChatApi.Toggle) => Api.SayAsync(text, path, new { sessionId = session });

    /// <summary>engine, failure_code, handover, fallback_from, fallback_code.</summary>
    public async Task<IReadOnlyList<object?>> TurnAsync(Reply reply) => Assert.Single(await service.RowsAsync(
        "SELECT engine, failure_code, handover, fallback_from, fallback_code FROM conversation_turns WHERE upper(id) = upper(@id)", ("id", reply.TurnId)));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    public async Task ForgetAsync()
    {
        var tenants = service.Services.GetRequiredService<TenantDirectory>();
        tenants.Forget();
    }
}
