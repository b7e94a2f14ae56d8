namespace FlowEngine.Conversations;

/// <summary>Whose rows: the tenant, within the installation that shares the database. No query goes without it.</summary>
public readonly record struct TenantKey(long TenantId, string InstanceId);
