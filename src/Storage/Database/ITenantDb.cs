using FlowEngine.Conversations;

namespace FlowEngine.Storage.Database;

/// <summary>The only way to a context over the rows of tenants.</summary>
public interface ITenantDb
{
    /// <summary>A pooled context that sees and writes this tenant's rows alone; dispose it to give it back.</summary>
    FlowEngineDbContext Open(TenantKey tenant);
}
