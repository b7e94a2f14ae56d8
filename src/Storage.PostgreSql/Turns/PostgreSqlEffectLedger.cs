using System.Text.Json;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>The effect ledger: each row is committed by itself, while its turn runs.</summary>
internal sealed class PostgreSqlEffectLedger(PostgreSqlConnections connections, WritesInFlight writes, TimeProvider clock) : IEffectLedger
{
    public async ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        var statement = LedgerStatements.Intend(tenant, conversationId, turnId, intent, clock.GetUtcNow());
        return await RunAsync<Value?>(
            statement,
            async batch =>
            {
                await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
                await reader.ReadAsync(CancellationToken.None);
                return !reader.IsDBNull(0) ? Read(reader.GetString(0))
                    : reader.GetBoolean(1) ? null
                    : throw new InvalidOperationException(
                        "An external effect was intended by a turn that was not claimed: its conversation has no row.");
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
            LedgerStatements.Settle(tenant, key, status, result, clock.GetUtcNow()),
            batch => batch.ExecuteNonQueryAsync(CancellationToken.None),
            cancellationToken);

    private static Value Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Value.FromJson(document.RootElement);
    }

    private async Task<T> RunAsync<T>(Statement statement, Func<NpgsqlBatch, Task<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync(() => connections.UseAsync(
                async connection =>
                {
                    await using var batch = connections.Batch(connection, statement);
                    return await run(batch);
                },
                cancellationToken));
        }
        catch (Exception fault) when (PostgreSqlFaults.Unavailable(fault) is { } unavailable)
        {
            throw unavailable;
        }
    }
}
