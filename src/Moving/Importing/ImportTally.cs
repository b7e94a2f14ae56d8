namespace FlowEngine.Moving.Importing;

/// <summary>Counts of an import, with a few ids of each kind: it grows with the kinds, not with the rows.</summary>
public sealed class ImportTally
{
    private const int MostExamples = 5;

    private readonly SortedDictionary<string, TableTally> _tables = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Table, string Code), Kind> _refusals = [];
    private readonly SortedDictionary<(string Table, string Code), Kind> _notes = [];

    public IEnumerable<ImportTableView> Tables =>
        _tables.Select(entry => new ImportTableView(entry.Key, entry.Value.Read, entry.Value.Imported, entry.Value.Updated, entry.Value.Unchanged, entry.Value.Refused));

    public IEnumerable<ImportKindView> Refusals => Views(_refusals);

    public IEnumerable<ImportKindView> Notes => Views(_notes);

    public TableTally Of(string table)
    {
        if (!_tables.TryGetValue(table, out var tally))
        {
            _tables[table] = tally = new TableTally();
        }

        return tally;
    }

    public void Refuse(string table, string code, long id)
    {
        Of(table).Refused++;
        Count(_refusals, table, code, id);
    }

    public void Note(string table, IEnumerable<string> codes, long id)
    {
        foreach (var code in codes)
        {
            Count(_notes, table, code, id);
        }
    }

    private static void Count(SortedDictionary<(string Table, string Code), Kind> kinds, string table, string code, long id)
    {
        if (!kinds.TryGetValue((table, code), out var kind))
        {
            kinds[(table, code)] = kind = new Kind();
        }

        kind.Count++;
        if (kind.Examples.Count < MostExamples)
        {
            kind.Examples.Add(id);
        }
    }

    private static IEnumerable<ImportKindView> Views(SortedDictionary<(string Table, string Code), Kind> kinds) =>
        kinds.Select(kind => new ImportKindView(kind.Key.Table, kind.Key.Code, kind.Value.Count, kind.Value.Examples));

    private sealed class Kind
    {
        public long Count { get; set; }

        public List<long> Examples { get; } = [];
    }
}
