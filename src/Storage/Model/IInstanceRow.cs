namespace FlowEngine.Storage.Model;

/// <summary>A tenant's row that belongs to one of the installations that may share the database.</summary>
public interface IInstanceRow : ITenantRow
{
    string InstanceId { get; }
}
