using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Writing;

/// <summary>What a turn leaves for analytics and for the audit.</summary>
internal sealed class RecordStatements(SqlDialect dialect)
{
    private readonly string _analytics = dialect.IntoTurns(
        "chat_analytics",
        ["tenant_id", "instance_id", "turn_id", "engine", "stage", "flow_version_id", "model", "input_tokens", "output_tokens", "messages",
         "duration_ms", "failure_code", "created_at"]);

    private readonly string _audit = dialect.Into("audit_logs", ["tenant_id", "instance_id", "actor", "action", "subject", "created_at"]);

    public SqlStatement Analytics(TurnCommit commit)
    {
        var turn = commit.Turn;
        return TurnPart.Of(commit)(new SqlStatement(_analytics))
            .With("engine", turn.Engine).With("stage", turn.Stage).With("flow_version_id", turn.FlowVersionId).With("model", turn.Model)
            .With("input_tokens", turn.InputTokens).With("output_tokens", turn.OutputTokens).With("messages", commit.Messages.Count)
            .With("duration_ms", SqlType.Real, turn.DurationMs).With("failure_code", turn.FailureCode).With("created_at", commit.Change.UpdatedAt);
    }

    public SqlStatement Audit(TurnCommit commit) => new SqlStatement(_audit)
        .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId).With("actor", commit.Turn.Caller)
        .With("action", "chat.turn").With("subject", commit.Conversation.PublicId.ToString("D")).With("created_at", commit.Change.UpdatedAt);
}
