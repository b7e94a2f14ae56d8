using FlowEngine.Conversations;

namespace FlowEngine.Storage.Comparisons;

/// <summary>A tenant with pending comparisons.</summary>
/// <param name="First">Row id below which it has none.</param>
public sealed record OpenTenant(TenantKey Tenant, long First);
