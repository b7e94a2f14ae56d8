using System.Data.Common;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Projection;

/// <summary>What is read of a turn that is not projected yet.</summary>
internal sealed record CommittedTurn
{
    /// <summary>A turn is projected where the audit has a row of it: both are written with one commit.</summary>
    private const string Open = """
        t.instance_id = @instance_id AND t.status = 'done' AND t.ended_at >= @from
          AND NOT EXISTS (SELECT 1 FROM audit_logs a WHERE a.tenant_id = t.tenant_id AND a.turn_id = t.id)
        """;

    public const string Sql = $"""
        SELECT t.tenant_id, t.id, t.conversation_id, c.public_id, t.engine, t.stage, t.flow_version_id, t.language, t.failure_code, t.caller, t.messages,
          t.input_tokens, t.output_tokens, t.used_cost_units, t.used_currency, t.duration_ms, t.ended_at, t.model
        FROM conversation_turns t JOIN ai_conversations c ON c.tenant_id = t.tenant_id AND c.id = t.conversation_id
        WHERE {Open}
        ORDER BY t.ended_at LIMIT @limit
        """;

    public const string Oldest = $"SELECT t.tenant_id, t.ended_at FROM conversation_turns t WHERE {Open} ORDER BY t.ended_at LIMIT 1";

    public required long TenantId { get; init; }

    public required Guid Id { get; init; }

    public required long ConversationId { get; init; }

    public required Guid Conversation { get; init; }

    public required string Engine { get; init; }

    public required string Stage { get; init; }

    public required long? FlowVersionId { get; init; }

    public required string Language { get; init; }

    public required string? FailureCode { get; init; }

    public required string Caller { get; init; }

    public required int Messages { get; init; }

    public required int InputTokens { get; init; }

    public required int OutputTokens { get; init; }

    public required long CostUnits { get; init; }

    public required string? Currency { get; init; }

    public required double DurationMs { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required string? Model { get; init; }

    public static CommittedTurn Read(DbDataReader row) => new()
    {
        TenantId = row.GetInt64(0),
        Id = row.GetGuid(1),
        ConversationId = row.GetInt64(2),
        Conversation = row.GetGuid(3),
        Engine = row.TextOrNull(4) ?? "",
        Stage = row.TextOrNull(5) ?? "",
        FlowVersionId = row.IsDBNull(6) ? null : row.GetInt64(6),
        Language = row.TextOrNull(7) ?? "",
        FailureCode = row.TextOrNull(8),
        Caller = row.GetString(9),
        Messages = row.IsDBNull(10) ? 0 : row.GetInt32(10),
        InputTokens = row.GetInt32(11),
        OutputTokens = row.GetInt32(12),
        CostUnits = row.IsDBNull(13) ? 0 : row.GetInt64(13),
        Currency = row.TextOrNull(14),
        DurationMs = row.GetDouble(15),
        EndedAt = row.GetFieldValue<DateTimeOffset>(16),
        Model = row.TextOrNull(17),
    };
}
