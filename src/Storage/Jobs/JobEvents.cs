using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Events;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Jobs;

/// <summary>Tells those who watch how far jobs are.</summary>
internal static class JobEvents
{
    /// <summary>Nothing where somebody else has the job by now.</summary>
    private const string Add = """
        INSERT INTO change_events (tenant_id, instance_id, topic, kind, subject, scope, created_at)
        SELECT tenant_id, instance_id, 'jobs', @kind, @subject, scope, @created_at FROM jobs
        WHERE tenant_id = @tenant_id AND id = @id AND (@holder = '' OR holder = @holder)
        """;

    public static ChangeEventRow Row(TenantKey tenant, string kind, Guid job, string scope, DateTimeOffset now) => new()
    {
        TenantId = tenant.TenantId, InstanceId = tenant.InstanceId, Topic = ChangeTopics.Jobs, Kind = kind, Subject = job.ToString(), Scope = scope,
        CreatedAt = now,
    };

    /// <param name="holder">The process that writes it; empty: nobody's.</param>
    public static SqlWrite Statement(TenantKey tenant, long rowId, string kind, Guid job, DateTimeOffset now, string holder = "") => new(
        Add, ("kind", kind), ("subject", job.ToString()), ("created_at", now), ("tenant_id", tenant.TenantId), ("id", rowId), ("holder", holder));
}
