using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>
/// Reads a dump of MySQL or MariaDB, as mysqldump, mariadb-dump, phpMyAdmin and others write it: the rows of some tables, in the order of the
/// dump, a row at a time. Other tables are skipped, whatever they hold.
/// </summary>
public sealed class SqlDump
{
    private readonly SqlScanner _scanner;
    private readonly DumpSession _session;
    private readonly DumpTables _tables;
    private readonly DumpCreateParser _creates;
    private readonly DumpInsertParser _inserts;

    /// <param name="wanted">The tables whose rows are read, compared without case.</param>
    /// <param name="charset">What the dump is in, whatever it says; null: what it says, else UTF-8.</param>
    public SqlDump(Stream stream, IEnumerable<string> wanted, Encoding? charset = null)
    {
        _scanner = new(new(stream));
        _session = new(charset);
        _tables = new(wanted, _scanner, _session);
        var literals = new SqlLiteralParser(_scanner, _session);
        _creates = new(_scanner, literals, _tables);
        _inserts = new(_scanner, literals, _tables);
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
                return _creates.Read(word);
            case "DROP":
                return Dropped();
            case "TRUNCATE":
                _scanner.Take("TABLE");
                return Emptied();
            case "INSERT" or "REPLACE":
                return _inserts.Read(word);
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
            var (database, name) = _tables.ReadName();
            if (_tables.IsWanted(name))
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

        var (database, name) = _tables.ReadName();
        if (!_tables.IsWanted(name))
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
            if (_scanner.Current.IsName && _tables.IsWanted(_scanner.Current.Text))
            {
                throw DumpFault.At(
                    word.Line, $"{word.Text.ToUpperInvariant()} of {_scanner.Current.Text}: only a dump that inserts rows can be read.");
            }
        }
    }
}
