namespace FlowEngine.Moving.Dumps;

/// <summary>The columns of a CREATE TABLE.</summary>
internal sealed class DumpTableParser(SqlScanner scanner, SqlLiteralParser literals)
{
    private static readonly string[] s_keys =
        ["PRIMARY", "KEY", "INDEX", "UNIQUE", "FULLTEXT", "SPATIAL", "CONSTRAINT", "FOREIGN", "CHECK"];

    private static readonly Dictionary<string, DumpColumnKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BIT"] = DumpColumnKind.Bits,
        ["TINYINT"] = DumpColumnKind.Whole, ["SMALLINT"] = DumpColumnKind.Whole, ["MEDIUMINT"] = DumpColumnKind.Whole, ["INT"] = DumpColumnKind.Whole,
        ["INTEGER"] = DumpColumnKind.Whole, ["BIGINT"] = DumpColumnKind.Whole, ["BOOL"] = DumpColumnKind.Whole, ["BOOLEAN"] = DumpColumnKind.Whole,
        ["SERIAL"] = DumpColumnKind.Whole, ["YEAR"] = DumpColumnKind.Whole,
        ["DECIMAL"] = DumpColumnKind.Number, ["NUMERIC"] = DumpColumnKind.Number, ["DEC"] = DumpColumnKind.Number, ["FIXED"] = DumpColumnKind.Number,
        ["FLOAT"] = DumpColumnKind.Number, ["DOUBLE"] = DumpColumnKind.Number, ["REAL"] = DumpColumnKind.Number,
    };

    /// <summary>Begins after the opening bracket, and ends after the closing one.</summary>
    public IReadOnlyList<DumpColumn> Read()
    {
        var columns = new List<DumpColumn>();
        do
        {
            if (scanner.Current.IsName && !scanner.Current.IsAny(s_keys))
            {
                var name = scanner.Current;
                scanner.Next();
                if (name.Kind == SqlTokenKind.Word && name.Is("PERIOD") && scanner.Current.Is("FOR"))
                {
                    SkipEntry();
                    continue;
                }

                columns.Add(Column(name.Text));
            }
            else
            {
                SkipEntry();
            }
        }
        while (scanner.Take(','));
        scanner.Expect(')');
        return columns;
    }

    private DumpColumn Column(string name)
    {
        var column = DumpColumn.Unknown(name) with { Kind = s_kinds.GetValueOrDefault(scanner.Current.Text, DumpColumnKind.Other) };
        for (var depth = 0; !IsEnd(depth);)
        {
            var token = scanner.Current;
            scanner.Next();
            depth += token.Is('(') ? 1 : token.Is(')') ? -1 : 0;
            column = depth > 0 ? column
                : token.IsAny("GENERATED", "AS") ? column with { IsGenerated = true }
                : token.Is("INVISIBLE") ? column with { IsLeftOut = true }
                : token.Is("DEFAULT") ? column with { Default = IsLiteral(scanner.Current) ? literals.Read(name) : null }
                : column;
        }

        return column;
    }

    private static bool IsLiteral(SqlToken token) =>
        token.Kind is SqlTokenKind.Text or SqlTokenKind.Number or SqlTokenKind.Hex or SqlTokenKind.Bits
        || token.Is('-') || token.Is('+') || token.IsAny("NULL", "TRUE", "FALSE")
        || (token.Kind == SqlTokenKind.Word && token.Text.StartsWith('_'));

    private void SkipEntry()
    {
        for (var depth = 0; !IsEnd(depth); scanner.Next())
        {
            depth += scanner.Current.Is('(') ? 1 : scanner.Current.Is(')') ? -1 : 0;
        }
    }

    private bool IsEnd(int depth) =>
        scanner.Current.Kind is SqlTokenKind.Delimiter or SqlTokenKind.End
        || (depth == 0 && (scanner.Current.Is(',') || scanner.Current.Is(')')));
}
