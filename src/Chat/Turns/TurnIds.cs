using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>
/// Ids of turns. A message that is sent again with its idempotency key after a crash is the same turn, so that effects outside
/// carry the same keys and are not made twice.
/// </summary>
internal static class TurnIds
{
    public static Guid New(TenantKey tenant, string caller, string? idempotencyKey, string bodyHash, DateTimeOffset now) => idempotencyKey is null
        ? Guid.CreateVersion7(now)
        : NamedId.From($"{tenant.InstanceId}\n{tenant.TenantId}\n{caller}\n{bodyHash}\n{idempotencyKey}");
}
