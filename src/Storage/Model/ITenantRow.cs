namespace FlowEngine.Storage.Model;

/// <summary>A row that belongs to one tenant.</summary>
public interface ITenantRow
{
    long TenantId { get; }
}
