using System.Data.Common;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Switches;

/// <summary>What is switched off, read with its tenant or alone.</summary>
internal static class KillSwitchQuery
{
    private const string Columns = "k.tenant_id, k.kind, k.subject, k.reason, k.changed_by, k.created_at, k.expires_at";

    /// <summary>Takes <c>@instance_id</c> and <c>@now</c>.</summary>
    /// <param name="tenants">SQL of the tenants' ids; 0 is the service's.</param>
    public static string Text(string tenants) => $"""
        SELECT {Columns} FROM kill_switches k
        WHERE k.tenant_id IN ({tenants}) AND k.instance_id = @instance_id AND (k.expires_at IS NULL OR k.expires_at > @now)
        ORDER BY k.tenant_id, k.kind, k.subject
        """;

    public static List<KillSwitch> Read(DbDataReader reader) => reader.All(row => new KillSwitch(
        row.GetInt64(0) == 0, row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5),
        row.TimeOrNull(6)));
}
