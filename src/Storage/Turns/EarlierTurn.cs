using System.Data.Common;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Turns;

/// <summary>The turn that a caller's idempotency key already names.</summary>
public sealed record EarlierTurn(Guid TurnId, string BodyHash, bool IsDone, DateTimeOffset? LeaseUntil, string? Reply)
{
    public const string Sql = """
        SELECT id, body_hash, status, lease_until, reply FROM conversation_turns
        WHERE tenant_id = @tenant_id AND caller = @caller AND idempotency_key = @idempotency_key
        """;

    public static IReadOnlyList<(string Name, object? Value)> Arguments(TenantKey tenant, string caller, string idempotencyKey) =>
        [("tenant_id", tenant.TenantId), ("caller", caller), ("idempotency_key", idempotencyKey)];

    public static EarlierTurn? Read(DbDataReader reader) => reader.Read()
        ? new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2) == "done", reader.TimeOrNull(3), reader.TextOrNull(4))
        : null;

    /// <summary>Null where the claim's lease has run out: the key is free again.</summary>
    public ClaimResult? Judge(string bodyHash, DateTimeOffset now) =>
        IsDone && bodyHash == BodyHash ? new ClaimResult.Answered(TurnId, Reply ?? "")
        : IsDone ? new ClaimResult.OtherBody(TurnId)
        : LeaseUntil <= now ? null
        : bodyHash != BodyHash ? new ClaimResult.OtherBody(TurnId)
        : new ClaimResult.InFlight(TurnId);
}
