using System.Data.Common;
using System.Globalization;
using FlowEngine.Moving.Generating;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Api.Migration;

/// <summary>Writes generated legacy databases: the central one, and one beside it for each tenant.</summary>
internal sealed class LegacyDatabaseFile(ISourceDatabase source)
{
    private const int RowsPerCommit = 10_000;

    /// <returns>Where the tenants' databases are, by legacy tenant id.</returns>
    public async Task<IReadOnlyDictionary<long, string>> WriteAsync(string path, GeneratorOptions options, CancellationToken cancellationToken)
    {
        await WriteAsync(path, LegacyTables.Central, LegacyGenerator.Central(options), cancellationToken);
        var databases = new SortedDictionary<long, string>();
        for (var tenant = 1L; tenant <= options.Tenants; tenant++)
        {
            databases[tenant] = TenantPath(path, tenant);
            await WriteAsync(databases[tenant], [LegacyTables.Flows], LegacyGenerator.TenantRows(options, tenant), cancellationToken);
        }

        return databases;
    }

    public static string TenantPath(string path, long tenant) => string.Create(
        CultureInfo.InvariantCulture, $"{Path.ChangeExtension(path, null)}.tenant-{tenant}{Path.GetExtension(path)}");

    private async Task WriteAsync(string path, IReadOnlyList<GeneratedTable> tables, IEnumerable<GeneratedRow> rows, CancellationToken cancellationToken)
    {
        await using var connection = await source.CreateAsync(path, cancellationToken);
        foreach (var sql in tables.SelectMany(Definition))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var chunk in rows.Chunk(RowsPerCommit))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await InsertAsync(connection, transaction, chunk, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static async Task InsertAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<GeneratedRow> rows, CancellationToken cancellationToken)
    {
        foreach (var group in rows.GroupBy(row => row.Table))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var names = group.Key.Columns.Select(column => column.Name).ToList();
            command.CommandText = $"INSERT INTO {group.Key.Name} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => $"@{name}"))})";
            var parameters = names.Select(name =>
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@{name}";
                command.Parameters.Add(parameter);
                return parameter;
            }).ToList();
            foreach (var row in group)
            {
                for (var i = 0; i < parameters.Count; i++)
                {
                    parameters[i].Value = row.Values[i] ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static IEnumerable<string> Definition(GeneratedTable table) => table.Indexes
        .Select(column => $"CREATE INDEX {table.Name}_{column}_index ON {table.Name} ({column})")
        .Prepend($"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(column => $"{column.Name} {column.Type}"))})");
}
