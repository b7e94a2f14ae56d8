using System.Data.Common;
using System.Text;
using FlowEngine.Moving.Dumps;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Moving.Importing;

/// <summary>A dump's rows of the legacy tables, in databases of their own that go with this object: one for each that the dump names.</summary>
public sealed class DumpDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-dump-").FullName;
    private readonly SortedDictionary<string, DumpPart> _parts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _skipped = new(StringComparer.Ordinal);

    private DumpDatabase()
    {
    }

    /// <summary>Of the database that is imported; null where none is, as <see cref="Refusal"/> says.</summary>
    public string? Path { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>What is imported of the dump; null where nothing is.</summary>
    private DumpPart? Chosen { get; set; }

    private bool WasNamed { get; set; }

    /// <param name="database">Which of the dump's databases is meant; null where it has one with conversations.</param>
    /// <param name="charset">What the dump is in; null: what it says.</param>
    public static async Task<DumpDatabase> ReadAsync(
        SourceDatabases sources, string dump, string? database, Encoding? charset, CancellationToken cancellationToken)
    {
        var read = new DumpDatabase();
        try
        {
            await using var stream = DumpStream.Open(dump);
            await read.FillAsync(sources, new SqlDump(stream, LegacyTable.All, charset), cancellationToken);
            read.Choose(database);
            return read;
        }
        catch
        {
            read.Dispose();
            throw;
        }
    }

    /// <summary>What the dump had, and whether the import saw all of it.</summary>
    public DumpView View(IReadOnlyList<ImportTableView> imported)
    {
        var tables = _parts.SelectMany(part => part.Value.Tables.Select(table => View(part.Value, table, imported))).ToList();
        return new(Chosen?.Name, tables, [.. _skipped]);
    }

    public void Dispose()
    {
        foreach (var part in _parts.Values)
        {
            part.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private DumpTableView View(DumpPart part, DumpTableRows table, IReadOnlyList<ImportTableView> imported)
    {
        if (part != Chosen)
        {
            return new(part.Name, table.Name, table.Seen, 0, table.Seen, WasNamed ? "other_database" : "database_not_imported", WasNamed);
        }

        var carried = imported.FirstOrDefault(other => other.Table == table.Name)?.Read ?? 0;
        var (discarded, reason) = table.Discarded > 0 ? (table.Discarded, "id_is_there") : (0, null);
        return carried == table.Kept
            ? new(part.Name, table.Name, table.Seen, carried, discarded, reason, AddsUp: true)
            : new(part.Name, table.Name, table.Seen, carried, table.Seen - carried, "not_read_by_the_import", AddsUp: false);
    }

    private void Choose(string? database)
    {
        var known = string.Join(", ", _parts.Keys.Select(name => $"'{name}'"));
        var with = _parts.Values.Where(part => part.Tables.Any(table => table.Name == LegacyTable.Conversations)).ToList();
        WasNamed = database is not null;
        if (database is not null)
        {
            Chosen = _parts.Values.SingleOrDefault(part => part.Name.Equals(database, StringComparison.OrdinalIgnoreCase));
            Refusal = Chosen is null ? $"The dump has no database '{database}' with tables of the legacy system; it has {(known.Length == 0 ? "none" : known)}." : null;
        }
        else if (with.Count > 1)
        {
            Refusal = $"The dump has several databases with a table {LegacyTable.Conversations}: {string.Join(", ", with.Select(part => $"'{part.Name}'"))}. Say which with --dump-database NAME.";
        }
        else
        {
            Chosen = with.FirstOrDefault();
            Refusal = Chosen is null ? $"The dump is not of a database of the legacy system: it has no table {LegacyTable.Conversations}." : null;
        }

        Path = Chosen?.Path;
    }

    private async Task FillAsync(SourceDatabases sources, SqlDump dump, CancellationToken cancellationToken)
    {
        foreach (var entry in dump.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry is DumpTableSkipped)
            {
                _skipped.Add(entry.Table);
                continue;
            }

            if (!_parts.TryGetValue(entry.Database, out var part))
            {
                var path = System.IO.Path.Combine(_folder, FormattableString.Invariant($"dump-{_parts.Count}.db"));
                _parts[entry.Database] = part = new(entry.Database, path, await sources.Of(path).CreateAsync(path, cancellationToken));
            }

            await part.AddAsync(entry, cancellationToken);
        }

        foreach (var part in _parts.Values)
        {
            await part.CompleteAsync(cancellationToken);
        }
    }
}
