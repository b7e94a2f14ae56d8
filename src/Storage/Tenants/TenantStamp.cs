namespace FlowEngine.Storage.Tenants;

/// <summary>What was read of a tenant is good as long as both are the same.</summary>
/// <param name="Service">Of what belongs to all tenants.</param>
public readonly record struct TenantStamp(long Tenant, long Service);
