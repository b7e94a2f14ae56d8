using System.Security.Cryptography;
using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>
/// Ids of turns. A message that is sent again with its idempotency key after a crash is the same turn, so that effects outside
/// carry the same keys and are not made twice.
/// </summary>
internal static class TurnIds
{
    public static Guid New(TenantKey tenant, string caller, string? idempotencyKey, string bodyHash, DateTimeOffset now)
    {
        if (idempotencyKey is null)
        {
            return Guid.CreateVersion7(now);
        }

        var source = Encoding.UTF8.GetBytes($"{tenant.InstanceId}\n{tenant.TenantId}\n{caller}\n{bodyHash}\n{idempotencyKey}");
        var bytes = SHA256.HashData(source).AsSpan(0, 16);

        // Version 8: an id of the application's own making.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
