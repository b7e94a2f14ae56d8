using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Events;

/// <summary>Which audited changes those who watch hear of. The subject goes with them, so it must be an id or a name, nothing that is confidential.</summary>
internal static class AuditedChanges
{
    private const string Design = "design";
    private const string Engineer = "engineer";
    private const string Admin = "admin";

    private static readonly Dictionary<string, (string Topic, string Scope)> s_entities = new(StringComparer.Ordinal)
    {
        ["flow"] = (ChangeTopics.Flows, Design),
        ["flow_test"] = (ChangeTopics.Flows, Design),
        ["stage"] = (ChangeTopics.Stages, Engineer),
        ["kill_switch"] = (ChangeTopics.Stages, Engineer),
        ["settings"] = (ChangeTopics.Settings, Admin),
        ["ai_configuration"] = (ChangeTopics.Settings, Admin),
        ["secret"] = (ChangeTopics.Settings, Admin),
    };

    /// <summary>Null where nobody watches such changes.</summary>
    public static ChangeEventRow? EventOf(AuditRow audit) => s_entities.TryGetValue(audit.Action.Split('.')[0], out var watched)
        ? new()
        {
            TenantId = audit.TenantId, InstanceId = audit.InstanceId, Topic = watched.Topic, Kind = audit.Action, Subject = audit.Subject,
            Scope = watched.Scope, CreatedAt = audit.CreatedAt,
        }
        : null;
}
