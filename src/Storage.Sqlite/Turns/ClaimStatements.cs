using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>Claim rows of <c>conversation_turns</c>.</summary>
internal static class ClaimStatements
{
    private static readonly string s_insert = Insert.Into(
        "conversation_turns",
        "id", "tenant_id", "instance_id", "conversation_id", "seq", "status", "lease_until", "caller", "idempotency_key",
        "body_hash", "started_at", "input_tokens", "output_tokens", "duration_ms");

    private const string Lapsed = """
        DELETE FROM conversation_turns
        WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id AND seq = @seq
          AND status = 'claimed' AND lease_until <= @now
        """;

    private const string Delete = """
        DELETE FROM conversation_turns WHERE tenant_id = @tenant_id AND id = @id AND status = 'claimed' RETURNING conversation_id
        """;

    private const string All = "SELECT tenant_id, instance_id, id FROM conversation_turns WHERE status = 'claimed'";

    public static ClaimResult Claim(StatementCache db, TurnClaim claim)
    {
        Guid? lapsed = null;
        if (claim.IdempotencyKey is not null && Earlier(db, claim) is { } earlier)
        {
            if (earlier.Judge(claim.BodyHash, claim.Now) is { } answer)
            {
                return answer;
            }

            lapsed = earlier.TurnId;
        }

        var conversation = ConversationStatements.IdOf(db, claim.Tenant, claim.Conversation.PublicId);
        if (conversation is null && !claim.Conversation.IsNew)
        {
            return new ClaimResult.Conflict();
        }

        conversation ??= ConversationStatements.Create(db, claim.Tenant, claim.Conversation);
        if (lapsed is { } turn)
        {
            Remove(db, claim.Tenant, turn, keep: conversation);
        }

        DropLapsed(db, claim.Tenant, conversation.Value, claim.Seq, claim.Now);
        db.Execute(
            s_insert,
            ("id", claim.TurnId), ("tenant_id", claim.Tenant.TenantId), ("instance_id", claim.Tenant.InstanceId),
            ("conversation_id", conversation), ("seq", claim.Seq), ("status", "claimed"), ("lease_until", claim.LeaseUntil),
            ("caller", claim.Caller), ("idempotency_key", claim.IdempotencyKey), ("body_hash", claim.BodyHash),
            ("started_at", claim.Now), ("input_tokens", 0L), ("output_tokens", 0L), ("duration_ms", 0d));
        return new ClaimResult.Claimed();
    }

    /// <summary>Frees a turn's number from a claim whose lease has run out.</summary>
    public static void DropLapsed(StatementCache db, TenantKey tenant, long conversation, int seq, DateTimeOffset now) =>
        db.Execute(Lapsed, ("tenant_id", tenant.TenantId), ("conversation_id", conversation), ("seq", (long)seq), ("now", now));

    /// <summary>Removes every claim, and the conversations that only claims made.</summary>
    public static int DropAll(StatementCache db)
    {
        var claims = new List<(TenantKey Tenant, Guid Turn)>();
        using (var reader = db.Get(All, []).ExecuteReader())
        {
            while (reader.Read())
            {
                claims.Add((new TenantKey(reader.GetInt64(0), reader.GetString(1)), reader.GetGuid(2)));
            }
        }

        foreach (var (tenant, turn) in claims)
        {
            Remove(db, tenant, turn);
        }

        return claims.Count;
    }

    public static void Release(StatementCache db, TurnClaim claim) => Remove(db, claim.Tenant, claim.TurnId);

    private static EarlierTurn? Earlier(StatementCache db, TurnClaim claim)
    {
        using var reader = db.Get(
            EarlierTurn.Sql, EarlierTurn.Arguments(claim.Tenant, claim.Caller, claim.IdempotencyKey!)).ExecuteReader();
        return EarlierTurn.Read(reader);
    }

    /// <param name="keep">The conversation in which the same turn is claimed again: the dead claim may have made it.</param>
    private static void Remove(StatementCache db, TenantKey tenant, Guid turn, long? keep = null)
    {
        if (db.Scalar(Delete, ("tenant_id", tenant.TenantId), ("id", turn)) is long conversation && conversation != keep)
        {
            ConversationStatements.Drop(db, tenant, conversation);
        }
    }
}
