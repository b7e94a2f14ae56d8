using System.Data.Common;
using FlowEngine.Moving.Dumps;
using FlowEngine.Moving.Generating;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Api.Migration;

/// <summary>A dump's rows of the legacy tables, in a database of their own that goes with this object.</summary>
internal sealed class DumpDatabase : IDisposable
{
    private const int RowsPerCommit = 5_000;

    private static readonly HashSet<string> s_tables =
        new(LegacyTable.OfTenants.Append(LegacyTable.Messages).Append(LegacyTable.Nodes), StringComparer.OrdinalIgnoreCase);

    private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-dump-").FullName;

    private DumpDatabase()
    {
    }

    public string Path => System.IO.Path.Combine(_folder, "dump.db");

    public static async Task<DumpDatabase> ReadAsync(SourceDatabases sources, string dump, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(dump);
        var database = new DumpDatabase();
        try
        {
            var source = sources.Of(database.Path);
            await using var connection = await source.CreateAsync(database.Path, cancellationToken);
            await FillAsync(source, connection, SqlDump.Read(reader).Where(row => s_tables.Contains(row.Table)), cancellationToken);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task FillAsync(
        ISourceDatabase source, DbConnection connection, IEnumerable<DumpRow> rows, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, GeneratedTable>(StringComparer.OrdinalIgnoreCase);
        foreach (var chunk in rows.Chunk(RowsPerCommit))
        {
            foreach (var row in chunk.Where(row => !tables.ContainsKey(row.Table)))
            {
                tables[row.Table] = Table(row);
                await TableWriter.CreateAsync(source, connection, tables[row.Table], cancellationToken);
            }

            await TableWriter.InsertAsync(source, connection, chunk.Select(row => new GeneratedRow(tables[row.Table], row.Values)), cancellationToken);
        }
    }

    /// <summary>Columns without a type keep what a dump has: numbers as numbers, text as text.</summary>
    private static GeneratedTable Table(DumpRow row) => new(
        row.Table.ToLowerInvariant(),
        [.. row.Columns.Select(name => (Quoted(name), name == "id" ? "INTEGER PRIMARY KEY" : ""))],
        [.. row.Columns.Where(name => name is "tenant_id" or "conversation_id" or "session_id")]);

    /// <summary>The dump's names become SQL here: what is no plain name is none of the legacy system's.</summary>
    private static string Quoted(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        ? name
        : throw new InvalidDataException($"A column of the dump is called '{name}'.");
}
