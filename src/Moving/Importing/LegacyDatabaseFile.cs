using FlowEngine.Moving.Generating;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Moving.Importing;

/// <summary>Writes generated legacy databases: the central one, and one beside it for each tenant.</summary>
public sealed class LegacyDatabaseFile(SourceDatabases sources)
{
    private const int RowsPerCommit = 10_000;

    /// <returns>Where the tenants' databases are, by legacy tenant id.</returns>
    public async Task<IReadOnlyDictionary<long, string>> WriteAsync(string path, GeneratorOptions options, CancellationToken cancellationToken)
    {
        var source = sources.Of(path);
        await WriteAsync(source, path, LegacyTables.Central, LegacyGenerator.Central(options), cancellationToken);
        var databases = new SortedDictionary<long, string>();
        for (var tenant = 1L; tenant <= options.Tenants; tenant++)
        {
            databases[tenant] = source.OfTenant(path, tenant);
            await WriteAsync(source, databases[tenant], [LegacyTables.Flows], LegacyGenerator.TenantRows(options, tenant), cancellationToken);
        }

        return databases;
    }

    private static async Task WriteAsync(
        ISourceDatabase source, string path, IReadOnlyList<GeneratedTable> tables, IEnumerable<GeneratedRow> rows, CancellationToken cancellationToken)
    {
        await using var connection = await source.CreateAsync(path, cancellationToken);
        foreach (var table in tables)
        {
            await TableWriter.CreateAsync(source, connection, table, cancellationToken);
        }

        foreach (var chunk in rows.Chunk(RowsPerCommit))
        {
            await TableWriter.InsertAsync(source, connection, chunk, cancellationToken);
        }
    }
}
