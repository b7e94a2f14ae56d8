using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Writing;

/// <summary>Claim rows of <c>conversation_turns</c>.</summary>
internal sealed class ClaimStatements(SqlDialect dialect)
{
    private const string Lapsed = """
        DELETE FROM conversation_turns
        WHERE tenant_id = @tenant_id AND seq = @seq AND status = 'claimed' AND lease_until <= @now
          AND conversation_id = (
            SELECT c.id FROM ai_conversations c WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id)
        """;

    private const string Unused = """
        DELETE FROM ai_conversations
        WHERE tenant_id = @tenant_id AND row_version = 0
          AND id = (SELECT t.conversation_id FROM conversation_turns t WHERE t.tenant_id = @tenant_id AND t.id = @id AND t.status = 'claimed')
          AND NOT EXISTS (
            SELECT 1 FROM conversation_turns o
            WHERE o.tenant_id = @tenant_id AND o.conversation_id = ai_conversations.id AND o.id <> @id)
        """;

    private const string Delete = "DELETE FROM conversation_turns WHERE tenant_id = @tenant_id AND id = @id AND status = 'claimed'";

    /// <summary>Nothing where another process claimed the turn meanwhile.</summary>
    private const string DeleteLapsed = $"{Delete} AND lease_until <= @now";

    /// <summary>The conversation in which the same turn is claimed again stays: the dead claim may have made it.</summary>
    private const string UnusedOther = $"""
        {Unused} AND public_id <> @public_id
          AND EXISTS (SELECT 1 FROM conversation_turns l WHERE l.tenant_id = @tenant_id AND l.id = @id AND l.lease_until <= @now)
        """;

    private readonly string _insert = dialect.IntoConversation(
        "conversation_turns",
        ["id", "tenant_id", "instance_id", "seq", "status", "lease_until", "caller", "idempotency_key", "body_hash", "started_at", "input_tokens",
         "output_tokens", "duration_ms"]);

    /// <summary>Inserts nothing where the conversation is not there.</summary>
    public SqlStatement Add(TurnClaim claim) => new SqlStatement(_insert)
        .With("id", claim.TurnId).With("tenant_id", claim.Tenant.TenantId).With("instance_id", claim.Tenant.InstanceId)
        .With("public_id", claim.Conversation.PublicId).With("seq", claim.Seq).With("status", "claimed")
        .With("lease_until", claim.LeaseUntil).With("caller", claim.Caller).With("idempotency_key", claim.IdempotencyKey)
        .With("body_hash", claim.BodyHash).With("started_at", claim.Now).With("input_tokens", 0).With("output_tokens", 0)
        .With("duration_ms", SqlType.Real, 0d);

    /// <summary>Frees a turn's number from a claim whose lease has run out.</summary>
    public static SqlStatement DropLapsed(TenantKey tenant, Guid conversation, int seq, DateTimeOffset now) => new SqlStatement(Lapsed)
        .With("tenant_id", tenant.TenantId).With("instance_id", tenant.InstanceId).With("public_id", conversation)
        .With("seq", seq).With("now", now);

    /// <summary>Removes a claim, and the conversation if only the claim made it.</summary>
    public static IReadOnlyList<SqlStatement> Remove(long tenantId, Guid turn) =>
        [new SqlStatement(Unused).With("tenant_id", tenantId).With("id", turn), new SqlStatement(Delete).With("tenant_id", tenantId).With("id", turn)];

    /// <summary>Frees a key from its claim whose lease has run out.</summary>
    public static IReadOnlyList<SqlStatement> Free(TurnClaim claim, Guid earlier) =>
    [
        new SqlStatement(UnusedOther)
            .With("tenant_id", claim.Tenant.TenantId).With("id", earlier).With("now", claim.Now).With("public_id", claim.Conversation.PublicId),
        new SqlStatement(DeleteLapsed).With("tenant_id", claim.Tenant.TenantId).With("id", earlier).With("now", claim.Now),
    ];
}
