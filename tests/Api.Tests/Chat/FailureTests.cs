using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>Turns that fail inside are answered with 200, a failure by name and the tenant's fallback text.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private ChatService _service = null!;

    public async Task InitializeAsync() => _service = await ChatService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"drawflow\":{\"Home\":{\"data\":{}}}}")]
    [InlineData("{\"drawflow\":{\"Home\":{\"data\":{\"1\":{\"id\":1,\"name\":\"no_such_type\",\"data\":{},\"inputs\":{},\"outputs\":{}}}}}}")]
    public async Task FlowBrokenInTheDatabase_FlowInvalid(string flowData)
    {
        await _service.ExecuteAsync("UPDATE tenant_conversation_flows SET flow_data = @data WHERE flow_name = 'lead-capture'", ("data", flowData));

        await FailsAsync("flow_invalid", ChatApi.V2, new { flow = "lead-capture" });

        Assert.Null((await _service.Api().SayAsync("merhaba")).Failure);
    }

    [Theory]
    [InlineData("{\"v\":99,\"vars\":{}}", "state_version_unknown")]
    [InlineData("{broken", "state_unreadable")]
    public async Task StateThatCannotBeRead_FailsAndIsLeftAsItIs(string state, string code)
    {
        var first = await _service.Api().SayAsync("merhaba", more: new { flow = "lead-capture" });
        await _service.ExecuteAsync("UPDATE ai_conversations SET context_data = @state", ("state", state));

        await FailsAsync(code, ChatApi.V2, new { conversationId = first.ConversationId });

        var row = (await _service.RowsAsync("SELECT context_data, status, current_node_id FROM ai_conversations"))[0];
        Assert.Equal([state, "waiting", "2"], row);
    }

    [Fact]
    public async Task NodeTypeSwitchedOff_FailsWithinTwoSeconds_AndComesBack()
    {
        var first = await _service.Api().SayAsync("merhaba", more: new { flow = "lead-capture" });
        await _service.ExecuteAsync("UPDATE ai_workflow_nodes SET is_active = 0 WHERE node_key = 'collect_data'");
        await Task.Delay(TimeSpan.FromSeconds(2));

        await FailsAsync("node_type_disabled", ChatApi.V2, new { conversationId = first.ConversationId });

        await _service.ExecuteAsync("UPDATE ai_workflow_nodes SET is_active = 1 WHERE node_key = 'collect_data'");
        await Task.Delay(TimeSpan.FromSeconds(2));
        var next = await _service.Api().SayAsync("Ayşe", more: new { conversationId = first.ConversationId });
        Assert.Equal(("waiting", null), (next.Status, next.Failure));
    }

    [Fact]
    public async Task NodeTypeForAnotherTenantAlone_IsOffForThisOne()
    {
        var english = (await _service.TenantAsync("demo-en")).TenantId;
        await _service.ExecuteAsync(
            "UPDATE ai_workflow_nodes SET is_global = 0, tenant_whitelist = @list WHERE node_key = 'sentiment_detection'", ("list", $"[{english}]"));

        await FailsAsync("node_type_disabled", ChatApi.V2, new { });
        Assert.Null((await _service.Api("demo-en-chat").SayAsync("hello")).Failure);
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task EveryProviderUnknown_ModelUnavailable(string path)
    {
        await _service.ExecuteAsync("UPDATE ai_assistant_configurations SET provider = 'nobody'");

        await FailsAsync("model_unavailable", path, new { });
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task NoConfiguration_ModelUnavailable(string path)
    {
        await _service.ExecuteAsync("UPDATE ai_assistant_configurations SET is_active = 0");

        await FailsAsync("model_unavailable", path, new { });
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task FirstModelFails_SecondAnswers(string path)
    {
        await _service.ExecuteAsync(
            """
            UPDATE ai_assistant_configurations SET provider = 'nobody';
            INSERT INTO ai_assistant_configurations (tenant_id, name, provider, model_name, is_active, is_default, priority, updated_at)
            VALUES (1, 'second', 'offline', 'offline-2', 1, 0, 1, '2026-01-01T00:00:00.0000000Z')
            """);

        var reply = await _service.Api().SayAsync("en ucuz forklift", path);

        Assert.Null(reply.Failure);
        Assert.NotEmpty(reply.Products);
        Assert.Equal("offline-2", reply.Json.GetProperty("usage").GetProperty("model").GetString());
    }

    [Fact]
    public async Task PromptDeleted_V1FailsAndV2DoesNot()
    {
        await _service.ExecuteAsync("DELETE FROM ai_prompts");

        await FailsAsync("prompt_missing", ChatApi.V1, new { });
        Assert.Null((await _service.Api().SayAsync("merhaba")).Failure);
    }

    private async Task FailsAsync(string code, string path, object more)
    {
        var reply = await _service.Api().SayAsync("merhaba", path, more);

        Assert.Equal(code, reply.Failure);
        Assert.Equal("fallback", reply.Kinds[^1]);
        Assert.Contains("+90 212 555 01 23", reply.Answer, StringComparison.Ordinal);
        var stored = await _service.RowsAsync(
            "SELECT role, kind, content FROM ai_conversation_messages WHERE turn_id = @id OR message_id LIKE @prefix ORDER BY id",
            ("id", reply.TurnId), ("prefix", $"{Guid.Parse(reply.TurnId):N}%"));
        Assert.Equal(["user", "text", "merhaba"], stored[0]);
        Assert.Equal("fallback", stored[^1][1]);
        Assert.Equal(code, await _service.ScalarAsync<string>(
            "SELECT failure_code FROM conversation_turns WHERE upper(id) = upper(@id)", ("id", reply.TurnId)));
    }
}
