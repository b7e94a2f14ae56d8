using System.Text.Json;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Writing;

/// <summary>The effect ledger: each row is committed by itself, while its turn runs.</summary>
internal sealed class SqlEffectLedger(IStatementRunner runner, ISqlReads reads, TimeProvider clock) : IEffectLedger
{
    private readonly LedgerStatements _statements = new(runner.Dialect);

    public async ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        var statement = _statements.Intend(tenant, conversationId, turnId, intent, clock.GetUtcNow());
        if (await runner.GuardAsync(() => runner.CountAsync([statement], cancellationToken), cancellationToken) > 0)
        {
            return null;
        }

        var result = await reads.QueryAsync(
            _statements.Earlier,
            [("tenant_id", tenant.TenantId), ("key", intent.Key)],
            reader => reader.Read() ? reader.GetString(0) : null,
            cancellationToken);
        return result is null
            ? throw new InvalidOperationException("An external effect was intended by a turn that was not claimed: its conversation has no row.")
            : Read(result);
    }

    public ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        SettleAsync(tenant, key, EffectStatus.Done, result, cancellationToken);

    public ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        SettleAsync(tenant, key, EffectStatus.Failed, result, cancellationToken);

    private async ValueTask SettleAsync(TenantKey tenant, string key, EffectStatus status, Value result, CancellationToken cancellationToken)
    {
        var statement = _statements.Settle(tenant, key, status, result, clock.GetUtcNow());
        await runner.GuardAsync(() => runner.RunAsync([statement], cancellationToken), cancellationToken);
    }

    private static Value Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Value.FromJson(document.RootElement);
    }
}
