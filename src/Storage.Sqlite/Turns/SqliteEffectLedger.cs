using System.Text.Json;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>The effect ledger, through the one writer of the file.</summary>
internal sealed class SqliteEffectLedger(WriteLoop loop, TimeProvider clock) : IEffectLedger
{
    public async ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var earlier = await loop.WriteAsync(
            db => (LedgerStatements.Intend(db, tenant, conversationId, turnId, intent, now), true),
            null,
            cancellationToken);
        return earlier is null ? null : Read(earlier);
    }

    public ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        SettleAsync(tenant, key, EffectStatus.Done, result, cancellationToken);

    public ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        SettleAsync(tenant, key, EffectStatus.Failed, result, cancellationToken);

    private async ValueTask SettleAsync(
        TenantKey tenant, string key, EffectStatus status, Value result, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await loop.WriteAsync(
            db =>
            {
                LedgerStatements.Write(db, tenant, key, status, result, now);
                return (true, true);
            },
            false,
            cancellationToken);
    }

    private static Value Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Value.FromJson(document.RootElement);
    }
}
