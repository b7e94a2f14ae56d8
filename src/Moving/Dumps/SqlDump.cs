using System.Globalization;
using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>
/// Reads a dump of MySQL or MariaDB, as mysqldump, mariadb-dump, phpMyAdmin and others write it: the rows of some tables, in the order of the
/// dump, a row at a time. Other tables are skipped, whatever they hold.
/// </summary>
public sealed class SqlDump
{
    private readonly HashSet<string> _wanted;
    private readonly DumpBytes _bytes;
    private readonly SqlScanner _scanner;
    private readonly DumpSession _session;
    private readonly SqlLiteralParser _literals;
    private readonly DumpValues _values;
    private readonly Dictionary<(string Database, string Table), DumpTable> _tables = [];

    /// <param name="wanted">The tables whose rows are read, compared without case.</param>
    /// <param name="charset">What the dump is in, whatever it says; null: what it says, else UTF-8.</param>
    public SqlDump(Stream stream, IEnumerable<string> wanted, Encoding? charset = null)
    {
        _wanted = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _bytes = new(stream);
        _scanner = new(_bytes);
        _session = new(charset);
        _literals = new(_scanner, _session);
        _values = new(_literals);
    }

    /// <exception cref="InvalidDataException">What cannot be read, with its line: nothing that is wanted is left out silently.</exception>
    public IEnumerable<DumpEntry> Read()
    {
        while (_scanner.Next().Kind != SqlTokenKind.End)
        {
            var word = _scanner.Current;
            if (word.Kind == SqlTokenKind.Delimiter)
            {
                continue;
            }

            if (word.Is("DELIMITER"))
            {
                _scanner.ReadDelimiter();
                continue;
            }

            _session.Begin(word, _scanner.Next());
            foreach (var entry in Statement(word))
            {
                yield return entry;
            }

            _scanner.SkipStatement();
            if (_scanner.Current.Kind == SqlTokenKind.End)
            {
                throw DumpFault.Cut(word.Line, "a statement");
            }
        }

        if (_session.Missing is { } missing)
        {
            throw DumpFault.At(_scanner.Line, $"the dump ends too early: {missing}. It was cut off: make it again.");
        }
    }

    private IEnumerable<DumpEntry> Statement(SqlToken word)
    {
        switch (word.Kind == SqlTokenKind.Word ? word.Text.ToUpperInvariant() : word.Text)
        {
            case "SET":
                Set();
                return [];
            case "USE":
                _session.Use(_scanner.Current.Text);
                return [];
            case "CREATE":
                return Create(word);
            case "DROP":
                return Dropped();
            case "TRUNCATE":
                _scanner.Take("TABLE");
                return Emptied();
            case "INSERT" or "REPLACE":
                return Rows(word);
            case "DELETE":
                return Deleted(word);
            case "UPDATE" or "LOAD" or "RENAME":
                Refuse(word);
                return [];
            case "SOURCE" or "\\":
                throw DumpFault.At(word.Line, "the dump goes on in another file. Put them together, or import that one.");
            default:
                return [];
        }
    }

    private void Set()
    {
        var tokens = new List<SqlToken>();
        for (; _scanner.Current.Kind is not (SqlTokenKind.Delimiter or SqlTokenKind.End); _scanner.Next())
        {
            tokens.Add(_scanner.Current);
        }

        _session.Set(tokens);
        _scanner.Mode = _session.Mode;
    }

    private IEnumerable<DumpEntry> Create(SqlToken word)
    {
        while (!_scanner.Current.IsAny("TABLE", "VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "PACKAGE"))
        {
            if (_scanner.Current.Kind is SqlTokenKind.Delimiter or SqlTokenKind.End)
            {
                return [];
            }

            _scanner.Next();
        }

        if (!_scanner.Current.Is("TABLE"))
        {
            if (!_scanner.Current.Is("VIEW") && _scanner.HasUsualDelimiter)
            {
                SkipRoutine(word);
            }

            return [];
        }

        _scanner.Next();
        if (_scanner.Take("IF"))
        {
            _scanner.Next();
            _scanner.Next();
        }

        return Made();
    }

    private IEnumerable<DumpEntry> Made()
    {
        var (database, name) = Name();
        if (!_wanted.Contains(name))
        {
            return [new DumpTableSkipped(database, name)];
        }

        IReadOnlyList<DumpColumn> columns = [];
        if (_scanner.Take("LIKE"))
        {
            columns = Table(Name()).Columns;
        }
        else if (_scanner.Take('('))
        {
            columns = _scanner.Take("LIKE") ? Table(Name()).Columns : new DumpTableParser(_scanner, _literals).Read();
        }

        _tables[(database, name.ToLowerInvariant())] = new(database, name, columns);
        return columns.Count == 0 ? [] : [new DumpTableMade(database, name, [.. columns.Select(column => (column.Name, column.Kind == DumpColumnKind.Whole))])];
    }

    /// <summary>The statements in a trigger or a routine are ended as its own is, where no DELIMITER says otherwise.</summary>
    private void SkipRoutine(SqlToken word)
    {
        for (var depth = 0; _scanner.Current.Kind != SqlTokenKind.Delimiter || depth > 0; _scanner.Next())
        {
            if (_scanner.Current.Kind == SqlTokenKind.End)
            {
                throw DumpFault.Cut(word.Line, "a statement");
            }

            if (_scanner.Current.IsAny("BEGIN", "CASE"))
            {
                depth++;
            }
            else if (_scanner.Current.Is("END"))
            {
                _scanner.Next();
                depth -= _scanner.Current.IsAny("IF", "LOOP", "WHILE", "REPEAT", "FOR") ? 0 : 1;
                if (_scanner.Current.Kind == SqlTokenKind.Delimiter && depth <= 0)
                {
                    return;
                }
            }
        }
    }

    private IEnumerable<DumpEntry> Dropped()
    {
        _scanner.Take("TEMPORARY");
        if (!_scanner.Take("TABLE"))
        {
            return [];
        }

        if (_scanner.Take("IF"))
        {
            _scanner.Next();
        }

        return Emptied();
    }

    private IEnumerable<DumpEntry> Emptied()
    {
        do
        {
            var (database, name) = Name();
            if (_wanted.Contains(name))
            {
                yield return new DumpTableEmptied(database, name);
            }
        }
        while (_scanner.Take(','));
    }

    private IEnumerable<DumpEntry> Deleted(SqlToken word)
    {
        while (_scanner.Current.IsAny("LOW_PRIORITY", "QUICK", "IGNORE"))
        {
            _scanner.Next();
        }

        if (!_scanner.Take("FROM"))
        {
            Refuse(word);
            yield break;
        }

        var (database, name) = Name();
        if (!_wanted.Contains(name))
        {
            yield break;
        }

        yield return _scanner.Current.Kind == SqlTokenKind.Delimiter
            ? new DumpTableEmptied(database, name)
            : throw DumpFault.At(word.Line, $"DELETE of some rows of {name}: only a dump that inserts rows can be read.");
    }

    /// <summary>What changes rows of a wanted table in other ways than by adding them.</summary>
    private void Refuse(SqlToken word)
    {
        for (; _scanner.Current.Kind is not (SqlTokenKind.Delimiter or SqlTokenKind.End); _scanner.Next())
        {
            if (_scanner.Current.IsName && _wanted.Contains(_scanner.Current.Text))
            {
                throw DumpFault.At(
                    word.Line, $"{word.Text.ToUpperInvariant()} of {_scanner.Current.Text}: only a dump that inserts rows can be read.");
            }
        }
    }

    private IEnumerable<DumpEntry> Rows(SqlToken word)
    {
        var insertion = word.Is("REPLACE") ? DumpInsertion.Replace : DumpInsertion.Insert;
        while (_scanner.Current.IsAny("INTO", "IGNORE", "DELAYED", "LOW_PRIORITY", "HIGH_PRIORITY"))
        {
            insertion = _scanner.Current.Is("IGNORE") ? DumpInsertion.Ignore : insertion;
            _scanner.Next();
        }

        var (database, name) = Name();
        if (!_wanted.Contains(name))
        {
            return [new DumpTableSkipped(database, name)];
        }

        return Rows(Table((database, name)), insertion);
    }

    private IEnumerable<DumpEntry> Rows(DumpTable table, DumpInsertion insertion)
    {
        if (_scanner.Take("PARTITION"))
        {
            _scanner.Expect('(');
            Names();
        }

        if (_scanner.Take("SET"))
        {
            yield return Assigned(table, insertion);
            yield break;
        }

        var named = _scanner.Take('(') ? Names() : null;
        if (!_scanner.Take("VALUES") && !_scanner.Take("VALUE"))
        {
            throw _scanner.Fault($"the rows of {table.Name} come from {_scanner.Current.Shown}, not from VALUES.");
        }

        do
        {
            _scanner.Take("ROW");
            yield return Row(table, named, insertion);
        }
        while (_scanner.Take(','));
        if (_scanner.Current.Kind != SqlTokenKind.Delimiter && !_scanner.Current.IsAny("ON", "AS"))
        {
            throw _scanner.Fault($"after a row of {table.Name}, {_scanner.Current.Shown} is there.");
        }
    }

    private DumpRow Row(DumpTable table, List<string>? named, DumpInsertion insertion)
    {
        var (line, read) = (_scanner.Current.Line, new List<(SqlLiteral Literal, int Line)>());
        _scanner.Expect('(');
        while (read.Count == 0 || _scanner.Take(','))
        {
            if (read.Count == 0 && _scanner.Current.Is(')'))
            {
                break;
            }

            var at = _scanner.Current.Line;
            var column = named is not null && read.Count < named.Count ? named[read.Count]
                : string.Create(CultureInfo.InvariantCulture, $"column {read.Count + 1}");
            read.Add((_literals.Read($"{column} of {table.Name}"), at));
        }

        _scanner.Expect(')');
        var columns = named is null ? table.Fitting(read.Count) : named.Count == read.Count ? [.. named.Select(table.Find)] : null;
        if (columns is null || columns.Count == 0)
        {
            var expected = named?.Count ?? table.Columns.Count;
            throw DumpFault.At(line, expected == 0
                ? $"a row of {table.Name} names no columns, and no CREATE TABLE before it does."
                : string.Create(CultureInfo.InvariantCulture, $"a row of {table.Name} has {read.Count} values for {expected} columns."));
        }

        return new(
            table.Database, table.Name, [.. columns.Select(column => column.Name)],
            [.. columns.Zip(read, (column, value) => _values.Of(value.Literal, column, table.Name, value.Line))], line, insertion);
    }

    /// <summary><c>INSERT INTO t SET a = 1, b = 2</c>.</summary>
    private DumpRow Assigned(DumpTable table, DumpInsertion insertion)
    {
        var (line, names, values) = (_scanner.Current.Line, new List<string>(), new List<object?>());
        do
        {
            var (_, name) = Name();
            _scanner.Take(':');
            _scanner.Expect('=');
            var at = _scanner.Current.Line;
            names.Add(name);
            values.Add(_values.Of(_literals.Read($"{name} of {table.Name}"), table.Find(name), table.Name, at));
        }
        while (_scanner.Take(','));
        return new(table.Database, table.Name, names, values, line, insertion);
    }

    /// <summary>To the closing bracket, and over it.</summary>
    private List<string> Names()
    {
        var names = new List<string>();
        do
        {
            if (!_scanner.Current.Is(')'))
            {
                names.Add(Name().Table);
            }
        }
        while (_scanner.Take(','));
        _scanner.Expect(')');
        return names;
    }

    private DumpTable Table((string Database, string Table) name)
    {
        var key = (name.Database, name.Table.ToLowerInvariant());
        return _tables.TryGetValue(key, out var table) ? table : _tables[key] = new(name.Database, name.Table, []);
    }

    /// <summary><c>db.table</c>, or a table of the database that is used; of a column the parts before it are left.</summary>
    private (string Database, string Table) Name()
    {
        var parts = new List<string>();
        do
        {
            parts.Add(_scanner.Current.IsName ? _scanner.Current.Text : throw _scanner.Fault($"a name is expected, and {_scanner.Current.Shown} is there."));
            _scanner.Next();
        }
        while (_scanner.Take('.'));
        return (parts.Count > 1 ? Named(parts[^2], parts[^1]) : Used(parts[^1]), parts[^1]);
    }

    /// <summary>Without a USE the database that a dump is of has no name, also where some statements give it.</summary>
    private string Named(string database, string table) =>
        _session.Database.Length == 0 && _tables.ContainsKey(("", table.ToLowerInvariant())) && !_tables.ContainsKey((database, table.ToLowerInvariant()))
            ? ""
            : database;

    private string Used(string table)
    {
        var known = _tables.Keys.Where(key => key.Table.Equals(table, StringComparison.OrdinalIgnoreCase)).Select(key => key.Database).ToList();
        return _session.Database.Length == 0 && known.Count == 1 ? known[0] : _session.Database;
    }
}
