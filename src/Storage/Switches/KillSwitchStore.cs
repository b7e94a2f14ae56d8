using System.Text.Encodings.Web;
using System.Text.Json;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Events;

namespace FlowEngine.Storage.Switches;

/// <summary>The kill switches of a tenant, or of the service; every change is audited in its own transaction.</summary>
public sealed class KillSwitchStore(ISqlReads reads, ISqlWrites writes, TimeProvider clock)
{
    private const string Drop = """
        DELETE FROM kill_switches
        WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND kind = @kind AND subject = @subject
        """;

    private const string Add = """
        INSERT INTO kill_switches (tenant_id, instance_id, kind, subject, reason, changed_by, created_at, expires_at)
        VALUES (@tenant_id, @instance_id, @kind, @subject, @reason, @changed_by, @created_at, @expires_at)
        """;

    private const string Audit = """
        INSERT INTO audit_logs (tenant_id, instance_id, actor, action, subject, details, created_at)
        VALUES (@tenant_id, @instance_id, @actor, @action, @subject, @details, @created_at)
        """;

    private static readonly string s_list = KillSwitchQuery.Text("@tenant_id, 0");
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Those in force: the tenant's own and the service's.</summary>
    /// <param name="tenantId">0: the service's alone.</param>
    public ValueTask<IReadOnlyList<KillSwitch>> ListAsync(long tenantId, string instanceId, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<KillSwitch>>(
            s_list,
            [("tenant_id", tenantId), ("instance_id", instanceId), ("now", clock.GetUtcNow())],
            KillSwitchQuery.Read,
            cancellationToken);

    /// <param name="tenantId">0: of the whole service.</param>
    public Task SetAsync(
        long tenantId, string instanceId, string kind, string subject, string reason, DateTimeOffset? expiresAt, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writes.ExecuteAsync(
            [
                Dropping(tenantId, instanceId, kind, subject),
                new(
                    Add, ("tenant_id", tenantId), ("instance_id", instanceId), ("kind", kind), ("subject", subject), ("reason", reason),
                    ("changed_by", by), ("created_at", now), ("expires_at", expiresAt)),
                Auditing(tenantId, instanceId, "kill_switch.set", kind, subject, by, now, Details(reason, expiresAt)),
                .. ChangeEventStatements.For(tenantId, instanceId, "kill_switch.set", Named(kind, subject), now),
            ],
            cancellationToken);
    }

    /// <summary>The audit says that it was asked for, also where nothing was switched off.</summary>
    public Task ClearAsync(long tenantId, string instanceId, string kind, string subject, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writes.ExecuteAsync(
            [
                Dropping(tenantId, instanceId, kind, subject),
                Auditing(tenantId, instanceId, "kill_switch.clear", kind, subject, by, now, null),
                .. ChangeEventStatements.For(tenantId, instanceId, "kill_switch.clear", Named(kind, subject), now),
            ],
            cancellationToken);
    }

    private static SqlWrite Dropping(long tenantId, string instanceId, string kind, string subject) =>
        new(Drop, ("tenant_id", tenantId), ("instance_id", instanceId), ("kind", kind), ("subject", subject));

    private static SqlWrite Auditing(
        long tenantId, string instanceId, string action, string kind, string subject, string by, DateTimeOffset now, string? details) => new(
            Audit, ("tenant_id", tenantId), ("instance_id", instanceId), ("actor", by), ("action", action),
            ("subject", Named(kind, subject)), ("details", details), ("created_at", now));

    private static string Named(string kind, string subject) => subject.Length == 0 ? kind : $"{kind} {subject}";

    private static string Details(string reason, DateTimeOffset? expiresAt)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_readable))
        {
            json.WriteStartObject();
            json.WriteString("reason", reason);
            if (expiresAt is { } end)
            {
                json.WriteString("expiresAt", end);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
