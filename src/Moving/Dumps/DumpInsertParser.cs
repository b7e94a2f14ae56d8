using System.Globalization;

namespace FlowEngine.Moving.Dumps;

/// <summary>The rows of an INSERT or REPLACE.</summary>
internal sealed class DumpInsertParser(SqlScanner scanner, SqlLiteralParser literals, DumpTables tables)
{
    private readonly DumpValues _values = new(literals);

    /// <param name="word">The statement's first.</param>
    public IEnumerable<DumpEntry> Read(SqlToken word)
    {
        var insertion = word.Is("REPLACE") ? DumpInsertion.Replace : DumpInsertion.Insert;
        while (scanner.Current.IsAny("INTO", "IGNORE", "DELAYED", "LOW_PRIORITY", "HIGH_PRIORITY"))
        {
            insertion = scanner.Current.Is("IGNORE") ? DumpInsertion.Ignore : insertion;
            scanner.Next();
        }

        var (database, name) = tables.ReadName();
        if (!tables.IsWanted(name))
        {
            return [new DumpTableSkipped(database, name)];
        }

        return Rows(tables.Find((database, name)), insertion);
    }

    private IEnumerable<DumpEntry> Rows(DumpTable table, DumpInsertion insertion)
    {
        if (scanner.Take("PARTITION"))
        {
            scanner.Expect('(');
            tables.ReadNames();
        }

        if (scanner.Take("SET"))
        {
            yield return Assigned(table, insertion);
            yield break;
        }

        var named = scanner.Take('(') ? tables.ReadNames() : null;
        if (!scanner.Take("VALUES") && !scanner.Take("VALUE"))
        {
            throw scanner.Fault($"the rows of {table.Name} come from {scanner.Current.Shown}, not from VALUES.");
        }

        do
        {
            scanner.Take("ROW");
            yield return Row(table, named, insertion);
        }
        while (scanner.Take(','));
        if (scanner.Current.Kind != SqlTokenKind.Delimiter && !scanner.Current.IsAny("ON", "AS"))
        {
            throw scanner.Fault($"expected ',' or ';' after a row of {table.Name}, but found {scanner.Current.Shown}.");
        }
    }

    private DumpRow Row(DumpTable table, List<string>? named, DumpInsertion insertion)
    {
        var (line, read) = (scanner.Current.Line, new List<(SqlLiteral Literal, int Line)>());
        scanner.Expect('(');
        while (read.Count == 0 || scanner.Take(','))
        {
            if (read.Count == 0 && scanner.Current.Is(')'))
            {
                break;
            }

            var at = scanner.Current.Line;
            var column = named is not null && read.Count < named.Count ? named[read.Count]
                : string.Create(CultureInfo.InvariantCulture, $"column {read.Count + 1}");
            read.Add((literals.Read($"{column} of {table.Name}"), at));
        }

        scanner.Expect(')');
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
        var (line, names, values) = (scanner.Current.Line, new List<string>(), new List<object?>());
        do
        {
            var (_, name) = tables.ReadName();
            scanner.Take(':');
            scanner.Expect('=');
            var at = scanner.Current.Line;
            names.Add(name);
            values.Add(_values.Of(literals.Read($"{name} of {table.Name}"), table.Find(name), table.Name, at));
        }
        while (scanner.Take(','));
        return new(table.Database, table.Name, names, values, line, insertion);
    }
}
