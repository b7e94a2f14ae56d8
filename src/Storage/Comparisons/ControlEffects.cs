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
