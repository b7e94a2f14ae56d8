using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Audit;

/// <summary>Notes who changed what, in the transaction of the change itself.</summary>
internal static class AuditTrail
{
    /// <param name="action">What was done to which kind of thing: <c>flow.publish</c>.</param>
    /// <param name="subject">Its name.</param>
    /// <param name="details">JSON.</param>
    public static void Note(
        FlowEngineDbContext context, TenantKey tenant, string action, string subject, string actor, DateTimeOffset at, string? details = null) =>
        context.AuditLogs.Add(new AuditRow
        {
            TenantId = tenant.TenantId,
            InstanceId = tenant.InstanceId,
            Actor = actor,
            Action = action,
            Subject = subject,
            Details = details,
            CreatedAt = at,
        });
}
