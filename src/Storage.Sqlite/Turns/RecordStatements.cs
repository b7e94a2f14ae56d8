using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Sqlite.Connections;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>What a turn leaves for analytics and for the audit.</summary>
internal static class RecordStatements
{
    private static readonly string s_analytics = Insert.Into(
        "chat_analytics",
        "tenant_id", "instance_id", "conversation_id", "turn_id", "engine", "stage", "flow_version_id", "model", "input_tokens",
        "output_tokens", "messages", "duration_ms", "failure_code", "created_at");

    private static readonly string s_audit = Insert.Into(
        "audit_logs", "tenant_id", "instance_id", "actor", "action", "subject", "created_at");

    public static void Write(StatementCache db, TurnCommit commit, long conversation)
    {
        var turn = commit.Turn;
        db.Execute(
            s_analytics,
            ("tenant_id", commit.Tenant.TenantId), ("instance_id", commit.Tenant.InstanceId), ("conversation_id", conversation),
            ("turn_id", turn.Id), ("engine", turn.Engine), ("stage", turn.Stage), ("flow_version_id", turn.FlowVersionId),
            ("model", turn.Model), ("input_tokens", turn.InputTokens), ("output_tokens", turn.OutputTokens),
            ("messages", commit.Messages.Count), ("duration_ms", turn.DurationMs), ("failure_code", turn.FailureCode),
            ("created_at", commit.Change.UpdatedAt));
        db.Execute(
            s_audit,
            ("tenant_id", commit.Tenant.TenantId), ("instance_id", commit.Tenant.InstanceId), ("actor", turn.Caller),
            ("action", "chat.turn"), ("subject", commit.Conversation.PublicId), ("created_at", commit.Change.UpdatedAt));
    }
}
