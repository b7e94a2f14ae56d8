namespace FlowEngine.Cli;

/// <param name="Output">Null: standard output.</param>
/// <param name="Tenant">Slug of the tenant for whom the result is checked.</param>
internal sealed record FlowImportOptions(
    string Path, string? Output, string? StartNodeId, bool FollowEdges, bool AsJson, string? Tenant, bool Force);
