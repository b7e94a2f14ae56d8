using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>Turns that fail inside are answered with 200, a failure by name and the tenant's fallback text.</summary>
public sealed class FailureTests
{
    private static Task<ChatService> StartAsync(string on) => ChatService.StartOnAsync(on);

    [DatabaseTheory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"drawflow\":{\"Home\":{\"data\":{}}}}")]
    [InlineData("{\"drawflow\":{\"Home\":{\"data\":{\"1\":{\"id\":1,\"name\":\"no_such_type\",\"data\":{},\"inputs\":{},\"outputs\":{}}}}}}")]
    public async Task FlowBrokenInTheDatabase_FlowInvalid(string on, string flowData)
    {
        await using var service = await StartAsync(on);
        await service.ExecuteAsync("UPDATE tenant_conversation_flows SET flow_data = @data WHERE flow_name = 'lead-capture'", ("data", flowData));

        await FailsAsync(service, "flow_invalid", ChatApi.V2, new { flow = "lead-capture" });

        Assert.Null((await service.Api().SayAsync("merhaba")).Failure);
    }

    [DatabaseTheory]
    [InlineData("{\"v\":99,\"vars\":{}}", "state_version_unknown")]
    [InlineData("{broken", "state_unreadable")]
    public async Task StateThatCannotBeRead_FailsAndIsLeftAsItIs(string on, string state, string code)
    {
        await using var service = await StartAsync(on);
        var first = await service.Api().SayAsync("merhaba", more: new { flow = "lead-capture" });
        await service.ExecuteAsync("UPDATE ai_conversations SET context_data = @state", ("state", state));

        await FailsAsync(service, code, ChatApi.V2, new { conversationId = first.ConversationId });

        var row = (await service.RowsAsync("SELECT context_data, status, current_node_id FROM ai_conversations"))[0];
        Assert.Equal([state, "waiting", "2"], row);
    }

    [DatabaseFact]
    public async Task NodeTypeSwitchedOff_FailsWithinTwoSeconds_AndComesBack(string on)
    {
        await using var service = await StartAsync(on);
        var first = await service.Api().SayAsync("merhaba", more: new { flow = "lead-capture" });
        await service.ExecuteAsync("UPDATE ai_workflow_nodes SET is_active = false WHERE node_key = 'collect_data'");
        await Task.Delay(TimeSpan.FromSeconds(2));

        await FailsAsync(service, "node_type_disabled", ChatApi.V2, new { conversationId = first.ConversationId });

        await service.ExecuteAsync("UPDATE ai_workflow_nodes SET is_active = true WHERE node_key = 'collect_data'");
        await Task.Delay(TimeSpan.FromSeconds(2));
        var next = await service.Api().SayAsync("Ayşe", more: new { conversationId = first.ConversationId });
        Assert.Equal(("waiting", null), (next.Status, next.Failure));
    }

    [DatabaseFact]
    public async Task NodeTypeForAnotherTenantAlone_IsOffForThisOne(string on)
    {
        await using var service = await StartAsync(on);
        var english = (await service.TenantAsync("demo-en")).TenantId;
        await service.ExecuteAsync(
            "UPDATE ai_workflow_nodes SET is_global = false, tenant_whitelist = @list WHERE node_key = 'sentiment_detection'", ("list", $"[{english}]"));

        await FailsAsync(service, "node_type_disabled", ChatApi.V2, new { });
        Assert.Null((await service.Api("demo-en-chat").SayAsync("hello")).Failure);
    }

    [DatabaseTheory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task EveryProviderUnknown_ModelUnavailable(string on, string path)
    {
        await using var service = await StartAsync(on);
        await service.ExecuteAsync("UPDATE ai_assistant_configurations SET provider = 'nobody'");

        await FailsAsync(service, "model_unavailable", path, new { });
    }

    [DatabaseTheory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task NoConfiguration_ModelUnavailable(string on, string path)
    {
        await using var service = await StartAsync(on);
        await service.ExecuteAsync("UPDATE ai_assistant_configurations SET is_active = false");

        await FailsAsync(service, "model_unavailable", path, new { });
    }

    [DatabaseTheory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task FirstModelFails_SecondAnswers(string on, string path)
    {
        await using var service = await StartAsync(on);
        await service.ExecuteAsync(
            """
            UPDATE ai_assistant_configurations SET provider = 'nobody';
            INSERT INTO ai_assistant_configurations (tenant_id, name, provider, model_name, is_active, is_default, priority, updated_at)
            VALUES (1, 'second', 'offline', 'offline-2', true, false, 1, '2026-01-01T00:00:00.0000000Z')
            """);

        var reply = await service.Api().SayAsync("en ucuz forklift", path);

        Assert.Null(reply.Failure);
        Assert.NotEmpty(reply.Products);
        Assert.Equal("offline-2", reply.Json.GetProperty("usage").GetProperty("model").GetString());
    }

    [DatabaseFact]
    public async Task PromptDeleted_V1FailsAndV2DoesNot(string on)
    {
        await using var service = await StartAsync(on);
        await service.ExecuteAsync("DELETE FROM ai_prompts");

        await FailsAsync(service, "prompt_missing", ChatApi.V1, new { });
        Assert.Null((await service.Api().SayAsync("merhaba")).Failure);
    }

    private static async Task FailsAsync(ChatService service, string code, string path, object more)
    {
        var reply = await service.Api().SayAsync("merhaba", path, more);

        Assert.Equal(code, reply.Failure);
        Assert.Equal("fallback", reply.Kinds[^1]);
        Assert.Contains("+90 212 555 01 23", reply.Answer, StringComparison.Ordinal);
        var stored = await service.RowsAsync(
            "SELECT role, kind, content FROM ai_conversation_messages WHERE turn_id || '' = @id OR message_id LIKE @prefix ORDER BY id",
            ("id", reply.TurnId), ("prefix", $"{Guid.Parse(reply.TurnId):N}%"));
        Assert.Equal(["user", "text", "merhaba"], stored[0]);
        Assert.Equal("fallback", stored[^1][1]);
        Assert.Equal(code, await service.ScalarAsync<string>(
            "SELECT failure_code FROM conversation_turns WHERE id || '' = lower(@id)", ("id", reply.TurnId)));
    }
}
