using System.Text.Json;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>The effect ledger: each row is committed by itself, while its turn runs.</summary>
internal sealed class MySqlEffectLedger(MySqlConnections connections, WritesInFlight writes, TimeProvider clock) : IEffectLedger
{
    public async ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        var statements = LedgerStatements.Intend(tenant, conversationId, turnId, intent, clock.GetUtcNow());
        return await RunAsync<Value?>(
            statements,
            async batch =>
            {
                await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
                return !await reader.ReadAsync(CancellationToken.None)
                    ? throw new InvalidOperationException(
                        "An external effect was intended by a turn that was not claimed: its conversation has no row.")
                    : reader.IsDBNull(0) ? null : Read(reader.GetString(0));
            },
            cancellationToken);
    }

    public ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        SettleAsync(tenant, key, EffectStatus.Done, result, cancellationToken);

    public ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        SettleAsync(tenant, key, EffectStatus.Failed, result, cancellationToken);

    private async ValueTask SettleAsync(
        TenantKey tenant, string key, EffectStatus status, Value result, CancellationToken cancellationToken) =>
        await RunAsync(
            [LedgerStatements.Settle(tenant, key, status, result, clock.GetUtcNow())],
            batch => batch.ExecuteNonQueryAsync(CancellationToken.None),
            cancellationToken);

    private static Value Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Value.FromJson(document.RootElement);
    }

    private async Task<T> RunAsync<T>(IEnumerable<Statement> statements, Func<MySqlBatch, Task<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync(async () =>
            {
                await using var connection = await connections.Pool.OpenConnectionAsync(cancellationToken);
                await using var batch = connections.Batch(connection, statements);
                return await run(batch);
            });
        }
        catch (Exception fault) when (MySqlFaults.Unavailable(fault) is { } unavailable)
        {
            throw unavailable;
        }
    }
}
