using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Comparisons;

/// <summary>What the effects of answered turns came to.</summary>
public sealed class ControlEffects(ISqlReads reads)
{
    private const string Sql = """
        SELECT e.result FROM effects e
        WHERE e.tenant_id = @tenant_id AND e.key = @key AND e.status = 'done' AND e.kind = 'external'
        """;

    private const string OfTurn = """
        SELECT e.type, e.node_id, e.key, e.payload FROM effects e
        WHERE e.tenant_id = @tenant_id AND e.instance_id = @instance_id AND e.turn_id = @turn_id AND e.kind = 'external' ORDER BY e.id
        """;

    /// <summary>The effects outside that a turn intended, in their order; those within are in its outcome.</summary>
    public ValueTask<IReadOnlyList<EffectIntent>> OutsideAsync(TenantKey tenant, Guid turnId, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<EffectIntent>>(
            OfTurn,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("turn_id", turnId)],
            reader => reader.All(row => new EffectIntent(
                EffectKind.External, row.GetString(0), row.GetString(1), row.GetString(2), Read(row.GetString(3)))),
            cancellationToken);

    /// <summary>Null where no such effect was done.</summary>
    public async ValueTask<Value?> ResultAsync(TenantKey tenant, string key, CancellationToken cancellationToken)
    {
        var json = await reads.QueryAsync(
            Sql, [("tenant_id", tenant.TenantId), ("key", key)], reader => reader.Read() ? reader.TextOrNull(0) : null, cancellationToken);
        return json is null ? null : Read(json);
    }

    private static Value Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Value.FromJson(document.RootElement);
    }
}
