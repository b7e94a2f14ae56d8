namespace FlowEngine.Moving.Importing;

/// <param name="From">Connection string or path of the central database.</param>
/// <param name="TenantDatabases">By legacy tenant id.</param>
/// <param name="Tenants">Slug of a tenant that is here already, by legacy tenant id; the others are made.</param>
public sealed record ImportOptions(string From, IReadOnlyDictionary<long, string> TenantDatabases, IReadOnlyDictionary<long, string> Tenants);

/// <param name="Total">Conversations in the source.</param>
public readonly record struct ImportProgress(long Done, long Total);
