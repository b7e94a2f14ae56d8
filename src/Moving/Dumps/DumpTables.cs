namespace FlowEngine.Moving.Dumps;

/// <summary>The tables of a dump: which of them are wanted, how statements name them, and what is known of their columns.</summary>
/// <param name="wanted">Compared without case.</param>
internal sealed class DumpTables(IEnumerable<string> wanted, SqlScanner scanner, DumpSession session)
{
    private readonly HashSet<string> _wanted = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Database, string Table), DumpTable> _tables = [];

    public bool IsWanted(string table) => _wanted.Contains(table);

    /// <summary>Takes the place of a table of the same name.</summary>
    public void Set((string Database, string Table) name, IReadOnlyList<DumpColumn> columns) =>
        _tables[(name.Database, name.Table.ToLowerInvariant())] = new(name.Database, name.Table, columns);

    public DumpTable Find((string Database, string Table) name)
    {
        var key = (name.Database, name.Table.ToLowerInvariant());
        return _tables.TryGetValue(key, out var table) ? table : _tables[key] = new(name.Database, name.Table, []);
    }

    /// <summary><c>db.table</c>, or a table of the database that is used; of a column the parts before it are left.</summary>
    public (string Database, string Table) ReadName()
    {
        var parts = new List<string>();
        do
        {
            parts.Add(scanner.Current.IsName ? scanner.Current.Text : throw scanner.Fault($"expected a name, but found {scanner.Current.Shown}."));
            scanner.Next();
        }
        while (scanner.Take('.'));
        return (parts.Count > 1 ? Named(parts[^2], parts[^1]) : Used(parts[^1]), parts[^1]);
    }

    /// <summary>To the closing bracket, and over it.</summary>
    public List<string> ReadNames()
    {
        var names = new List<string>();
        do
        {
            if (!scanner.Current.Is(')'))
            {
                names.Add(ReadName().Table);
            }
        }
        while (scanner.Take(','));
        scanner.Expect(')');
        return names;
    }

    /// <summary>Without a USE the database that a dump is of has no name, also where some statements give it.</summary>
    private string Named(string database, string table) =>
        session.Database.Length == 0 && _tables.ContainsKey(("", table.ToLowerInvariant())) && !_tables.ContainsKey((database, table.ToLowerInvariant()))
            ? ""
            : database;

    private string Used(string table)
    {
        var known = _tables.Keys.Where(key => key.Table.Equals(table, StringComparison.OrdinalIgnoreCase)).Select(key => key.Database).ToList();
        return session.Database.Length == 0 && known.Count == 1 ? known[0] : session.Database;
    }
}
