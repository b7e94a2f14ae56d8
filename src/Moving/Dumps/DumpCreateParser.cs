namespace FlowEngine.Moving.Dumps;

/// <summary>The table that a CREATE makes. What else it makes is skipped.</summary>
internal sealed class DumpCreateParser(SqlScanner scanner, SqlLiteralParser literals, DumpTables tables)
{
    /// <param name="word">The statement's first.</param>
    public IEnumerable<DumpEntry> Read(SqlToken word)
    {
        while (!scanner.Current.IsAny("TABLE", "VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "PACKAGE"))
        {
            if (scanner.Current.Kind is SqlTokenKind.Delimiter or SqlTokenKind.End)
            {
                return [];
            }

            scanner.Next();
        }

        if (!scanner.Current.Is("TABLE"))
        {
            if (!scanner.Current.Is("VIEW") && scanner.HasUsualDelimiter)
            {
                SkipRoutine(word);
            }

            return [];
        }

        scanner.Next();
        if (scanner.Take("IF"))
        {
            scanner.Next();
            scanner.Next();
        }

        return Made();
    }

    private IEnumerable<DumpEntry> Made()
    {
        var (database, name) = tables.ReadName();
        if (!tables.IsWanted(name))
        {
            return [new DumpTableSkipped(database, name)];
        }

        IReadOnlyList<DumpColumn> columns = [];
        if (scanner.Take("LIKE"))
        {
            columns = tables.Find(tables.ReadName()).Columns;
        }
        else if (scanner.Take('('))
        {
            columns = scanner.Take("LIKE") ? tables.Find(tables.ReadName()).Columns : new DumpTableParser(scanner, literals).Read();
        }

        tables.Set((database, name), columns);
        return columns.Count == 0 ? [] : [new DumpTableMade(database, name, [.. columns.Select(column => (column.Name, column.Kind == DumpColumnKind.Whole))])];
    }

    /// <summary>The statements in a trigger or a routine are ended as its own is, where no DELIMITER says otherwise.</summary>
    private void SkipRoutine(SqlToken word)
    {
        for (var depth = 0; scanner.Current.Kind != SqlTokenKind.Delimiter || depth > 0; scanner.Next())
        {
            if (scanner.Current.Kind == SqlTokenKind.End)
            {
                throw DumpFault.Cut(word.Line, "a statement");
            }

            if (scanner.Current.IsAny("BEGIN", "CASE"))
            {
                depth++;
            }
            else if (scanner.Current.Is("END"))
            {
                scanner.Next();
                depth -= scanner.Current.IsAny("IF", "LOOP", "WHILE", "REPEAT", "FOR") ? 0 : 1;
                if (scanner.Current.Kind == SqlTokenKind.Delimiter && depth <= 0)
                {
                    return;
                }
            }
        }
    }
}
