using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Sealing;

/// <summary>A row of the audit as it is sealed.</summary>
/// <param name="Hash">SHA-256 in hex of all it says; of an erased row, of what it said before.</param>
internal sealed record AuditLeaf(long TenantId, long Id, DateTimeOffset CreatedAt, string Hash)
{
    public const string Columns =
        "a.tenant_id, a.id, a.created_at, a.instance_id, a.actor, a.action, a.subject, a.details, a.status, a.code, a.duration_ms, a.turn_id, a.leaf_hash";

    public static AuditLeaf Read(DbDataReader row)
    {
        var created = row.GetFieldValue<DateTimeOffset>(2);
        return new(row.GetInt64(0), row.GetInt64(1), created, row.TextOrNull(12) ?? HashOf(row, created));
    }

    private static string HashOf(DbDataReader row, DateTimeOffset created)
    {
        string?[] values =
        [
            row.GetInt64(0).ToString(CultureInfo.InvariantCulture), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.TextOrNull(7),
            row.TextOrNull(8), row.TextOrNull(9), row.IsDBNull(10) ? null : row.GetInt32(10).ToString(CultureInfo.InvariantCulture),
            row.IsDBNull(11) ? null : row.GetGuid(11).ToString("D", CultureInfo.InvariantCulture),
            created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(values, AuditLeafJson.Default.StringArray)));
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class AuditLeafJson : System.Text.Json.Serialization.JsonSerializerContext;
