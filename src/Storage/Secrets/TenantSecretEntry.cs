namespace FlowEngine.Storage.Secrets;

/// <summary>A tenant's secret without its value.</summary>
public sealed record TenantSecretEntry(string Name, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
