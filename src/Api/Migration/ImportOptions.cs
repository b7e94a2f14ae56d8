namespace FlowEngine.Api.Migration;

/// <param name="From">Connection string or path of the central database.</param>
/// <param name="TenantDatabases">By legacy tenant id.</param>
/// <param name="Tenants">Slug of a tenant that is here already, by legacy tenant id; the others are made.</param>
internal sealed record ImportOptions(string From, IReadOnlyDictionary<long, string> TenantDatabases, IReadOnlyDictionary<long, string> Tenants);

/// <param name="Total">Conversations in the source.</param>
internal readonly record struct ImportProgress(long Done, long Total);
