namespace FlowEngine.Moving.Importing;

/// <summary>What a database with the hybrid table holds.</summary>
/// <param name="Kind"><c>own</c> or <c>legacy</c>.</param>
/// <param name="Tenants">By tenant and day; the tenant is its id in that database, null where a row has none.</param>
/// <param name="NodeTypes">The registry by category.</param>
/// <param name="Answered">Messages of the assistant by the engine that made them.</param>
/// <param name="FlowsNotRead">Tenants whose flows are in a database that was not named: their <c>flow_id</c> is not checked.</param>
public sealed record StatusView(
    string Kind,
    EngineCountsView Conversations,
    IReadOnlyList<TenantDayView> Tenants,
    FlowTotalsView Flows,
    IReadOnlyList<NodeCategoryView> NodeTypes,
    IReadOnlyList<AnsweredView> Answered,
    IReadOnlyList<ImportKindView> Wrong,
    IReadOnlyList<long> FlowsNotRead);

/// <summary>Conversations by which engine's columns are filled.</summary>
public sealed record EngineCountsView(long Total, long V1Only, long V2Only, long Both, long Neither);

/// <param name="Day">yyyy-MM-dd, in UTC; null where a row has no time.</param>
public sealed record TenantDayView(long? Tenant, string? Day, EngineCountsView Conversations);

public sealed record FlowTotalsView(int TenantsWithFlows, int TenantsWithActiveFlows, IReadOnlyList<TenantFlowsView> Tenants);

public sealed record TenantFlowsView(long Tenant, int Flows, int Active);

public sealed record NodeCategoryView(string Category, int Types, int Active);

/// <param name="Engine"><c>v1</c>, <c>v2</c> or <c>unknown</c>.</param>
public sealed record AnsweredView(string Engine, long Messages);
