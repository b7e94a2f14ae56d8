using System.Text.Json;

namespace FlowEngine.Storage.Schema;

/// <summary>Notes a change of the schema among the audited actions, as of tenant 0: no tenant's key can read it.</summary>
internal static class SchemaAudit
{
    public static SchemaStep Step(
        ISchemaSql sql, SchemaDefaults defaults, string action, string subject, string? backup, string? reason, int steps, DateTimeOffset now)
    {
        var details = JsonSerializer.Serialize(new SchemaAuditDetails(backup, backup is null ? reason : null, steps), SchemaAuditJson.Default.SchemaAuditDetails);
        return new("audit", [
            $"""
            INSERT INTO audit_logs (tenant_id, instance_id, actor, action, subject, details, created_at)
            VALUES (0, {sql.Literal(defaults.InstanceId)}, 'operator', {sql.Literal(action)}, {sql.Literal(subject)}, {sql.Literal(details)}, {sql.Literal(now)})
            """]);
    }
}
