using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>Claim rows of <c>conversation_turns</c>.</summary>
internal static class ClaimStatements
{
    private static readonly string s_insert = Insert.IntoConversation(
        "conversation_turns",
        "id", "tenant_id", "instance_id", "seq", "status", "lease_until", "caller", "idempotency_key",
        "body_hash", "started_at", "input_tokens", "output_tokens", "duration_ms");

    private const string Lapsed = """
        DELETE FROM conversation_turns t USING ai_conversations c
        WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id
          AND t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.seq = @seq AND t.status = 'claimed' AND t.lease_until <= @now
        """;

    /// <summary>A statement sees its own deletions nowhere, so the other turns are asked for.</summary>
    private const string Delete = """
        WITH gone AS (
          DELETE FROM conversation_turns WHERE tenant_id = @tenant_id AND id = @id AND status = 'claimed'
          RETURNING tenant_id, conversation_id)
        DELETE FROM ai_conversations c USING gone
        WHERE c.tenant_id = gone.tenant_id AND c.id = gone.conversation_id AND c.row_version = 0
          AND NOT EXISTS (
            SELECT 1 FROM conversation_turns t WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.id <> @id)
        """;

    /// <summary>The conversation in which the same turn is claimed again stays: the dead claim may have made it.</summary>
    private const string Replace = """
        WITH gone AS (
          DELETE FROM conversation_turns WHERE tenant_id = @tenant_id AND id = @id AND status = 'claimed' AND lease_until <= @now
          RETURNING tenant_id, conversation_id)
        DELETE FROM ai_conversations c USING gone
        WHERE c.tenant_id = gone.tenant_id AND c.id = gone.conversation_id AND c.row_version = 0 AND c.public_id <> @public_id
          AND NOT EXISTS (
            SELECT 1 FROM conversation_turns t WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.id <> @id)
        """;

    private const string All = """
        WITH gone AS (DELETE FROM conversation_turns WHERE status = 'claimed' RETURNING tenant_id, conversation_id),
        unused AS (
          DELETE FROM ai_conversations c USING gone
          WHERE c.tenant_id = gone.tenant_id AND c.id = gone.conversation_id AND c.row_version = 0
            AND NOT EXISTS (
              SELECT 1 FROM conversation_turns t
              WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.status <> 'claimed'))
        SELECT COUNT(*) FROM gone
        """;

    /// <summary>Inserts nothing where the conversation is not there.</summary>
    public static Statement Add(TurnClaim claim) => new Statement(s_insert)
        .With("id", claim.TurnId).With("tenant_id", claim.Tenant.TenantId).With("instance_id", claim.Tenant.InstanceId)
        .With("public_id", claim.Conversation.PublicId).With("seq", claim.Seq).With("status", "claimed")
        .With("lease_until", claim.LeaseUntil).With("caller", claim.Caller).With("idempotency_key", claim.IdempotencyKey)
        .With("body_hash", claim.BodyHash).With("started_at", claim.Now).With("input_tokens", 0).With("output_tokens", 0)
        .With("duration_ms", 0d);

    /// <summary>Frees a turn's number from a claim whose lease has run out.</summary>
    public static Statement DropLapsed(TenantKey tenant, Guid conversation, int seq, DateTimeOffset now) => new Statement(Lapsed)
        .With("tenant_id", tenant.TenantId).With("instance_id", tenant.InstanceId).With("public_id", conversation)
        .With("seq", seq).With("now", now);

    /// <summary>Removes a claim, and the conversation if only the claim made it.</summary>
    public static Statement Remove(TenantKey tenant, Guid turn) =>
        new Statement(Delete).With("tenant_id", tenant.TenantId).With("id", turn);

    /// <summary>Frees a key from its claim whose lease has run out; nothing where another process claimed the turn meanwhile.</summary>
    public static Statement Free(TurnClaim claim, Guid earlier) => new Statement(Replace)
        .With("tenant_id", claim.Tenant.TenantId).With("id", earlier).With("now", claim.Now).With("public_id", claim.Conversation.PublicId);

    /// <summary>Removes every claim, and the conversations that only claims made; gives how many.</summary>
    public static Statement RemoveAll() => new(All);

    public static Statement Earlier(TurnClaim claim) => new Statement(EarlierTurn.Sql)
        .With("tenant_id", claim.Tenant.TenantId).With("caller", claim.Caller).With("idempotency_key", claim.IdempotencyKey);
}
