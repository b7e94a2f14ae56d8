using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Events;

/// <summary>Events for changes that are written by statements of their own.</summary>
internal static class ChangeEventStatements
{
    private const string Add = """
        INSERT INTO change_events (tenant_id, instance_id, topic, kind, subject, scope, created_at)
        VALUES (@tenant_id, @instance_id, @topic, @kind, @subject, @scope, @created_at)
        """;

    /// <returns>Nothing where nobody watches such changes.</returns>
    public static IEnumerable<SqlWrite> For(long tenantId, string instanceId, string action, string subject, DateTimeOffset at)
    {
        var audited = new AuditRow { TenantId = tenantId, InstanceId = instanceId, Action = action, Subject = subject, CreatedAt = at };
        if (AuditedChanges.EventOf(audited) is { } row)
        {
            yield return new(
                Add, ("tenant_id", row.TenantId), ("instance_id", row.InstanceId), ("topic", row.Topic), ("kind", row.Kind),
                ("subject", row.Subject), ("scope", row.Scope), ("created_at", row.CreatedAt));
        }
    }
}
