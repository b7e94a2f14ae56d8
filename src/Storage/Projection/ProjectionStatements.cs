using System.Globalization;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Projection;

/// <summary>What the projector writes of turns: the audit, the rows of <c>chat_analytics</c> and the roll-ups.</summary>
internal sealed class ProjectionStatements
{
    private const string TimedOut = "timeout";

    private static readonly string[] s_audit =
        ["tenant_id", "instance_id", "actor", "action", "subject", "status", "code", "duration_ms", "turn_id", "created_at"];

    private static readonly string[] s_analytics =
        ["tenant_id", "instance_id", "conversation_id", "turn_id", "engine", "stage", "flow_version_id", "model", "input_tokens", "output_tokens", "messages",
         "duration_ms", "failure_code", "created_at"];

    private static readonly string[] s_key =
        ["tenant_id", "instance_id", "hour", "engine", "stage", "flow_version_id", "language", "outcome", "currency", "bucket"];

    private static readonly string[] s_sums = ["turns", "messages", "input_tokens", "output_tokens", "cost_units", "duration_ms"];

    private readonly string _audit;
    private readonly string _analytics;
    private readonly string _hour;

    public ProjectionStatements(SqlDialect dialect)
    {
        _audit = dialect.Into("audit_logs", s_audit);
        _analytics = dialect.Into("chat_analytics", s_analytics);
        _hour = dialect.Into("turn_hours", [.. s_key, .. s_sums]) + dialect.OnConflict(
            string.Join(", ", s_key.Select(dialect.Quote)),
            string.Join(", ", s_sums.Select(column => $"{column} = turn_hours.{column} + {dialect.New(column)}")));
    }

    public IEnumerable<SqlStatement> Of(string instanceId, IReadOnlyList<CommittedTurn> turns) =>
    [
        .. turns.SelectMany(turn => new[] { Audit(instanceId, turn), Analytics(instanceId, turn) }),
        .. turns.GroupBy(Hour).OrderBy(hour => hour.Key.ToString(), StringComparer.Ordinal).Select(hour => Sum(instanceId, hour.Key, [.. hour])),
    ];

    private static HourKey Hour(CommittedTurn turn) => new(
        turn.TenantId, new DateTimeOffset(turn.EndedAt.UtcTicks - (turn.EndedAt.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero), turn.Engine, turn.Stage,
        turn.FlowVersionId ?? 0, turn.Language, turn.FailureCode ?? "ok", turn.Currency ?? "", DurationBuckets.Of(turn.DurationMs));

    private SqlStatement Audit(string instanceId, CommittedTurn turn) => new SqlStatement(_audit)
        .With("tenant_id", turn.TenantId).With("instance_id", instanceId).With("actor", turn.Caller)
        .With("action", turn.Caller == TimedOut ? AuditActions.WaitTimedOut : AuditActions.MessageSent)
        .With("subject", turn.Conversation.ToString("D", CultureInfo.InvariantCulture))
        .With("status", turn.FailureCode is null ? AuditActions.Success : AuditActions.Failure).With("code", turn.FailureCode)
        .With("duration_ms", (int)Math.Round(Math.Min(turn.DurationMs, int.MaxValue))).With("turn_id", turn.Id).With("created_at", turn.EndedAt);

    private SqlStatement Analytics(string instanceId, CommittedTurn turn) => new SqlStatement(_analytics)
        .With("tenant_id", turn.TenantId).With("instance_id", instanceId).With("conversation_id", turn.ConversationId).With("turn_id", turn.Id)
        .With("engine", turn.Engine).With("stage", turn.Stage).With("flow_version_id", turn.FlowVersionId).With("model", turn.Model)
        .With("input_tokens", turn.InputTokens).With("output_tokens", turn.OutputTokens).With("messages", turn.Messages)
        .With("duration_ms", SqlType.Real, turn.DurationMs).With("failure_code", turn.FailureCode).With("created_at", turn.EndedAt);

    private SqlStatement Sum(string instanceId, HourKey key, IReadOnlyList<CommittedTurn> turns) => new SqlStatement(_hour)
        .With("tenant_id", key.TenantId).With("instance_id", instanceId).With("hour", key.Hour).With("engine", key.Engine).With("stage", key.Stage)
        .With("flow_version_id", key.FlowVersionId).With("language", key.Language).With("outcome", key.Outcome).With("currency", key.Currency)
        .With("bucket", key.Bucket).With("turns", (long)turns.Count).With("messages", turns.Sum(turn => (long)turn.Messages))
        .With("input_tokens", turns.Sum(turn => (long)turn.InputTokens)).With("output_tokens", turns.Sum(turn => (long)turn.OutputTokens))
        .With("cost_units", turns.Sum(turn => turn.CostUnits)).With("duration_ms", SqlType.Real, turns.Sum(turn => turn.DurationMs));

    private sealed record HourKey(
        long TenantId, DateTimeOffset Hour, string Engine, string Stage, long FlowVersionId, string Language, string Outcome, string Currency, int Bucket);
}
