using System.Globalization;
using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <param name="Columns">In the order of the values.</param>
public sealed record DumpRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?> Values);

/// <summary>
/// Rows of a dump as mysqldump writes it: INSERT statements, with the columns named there or in a CREATE TABLE before. Read as a stream, a
/// row at a time.
/// </summary>
public static class SqlDump
{
    /// <exception cref="InvalidDataException">What is no such dump; the line is named.</exception>
    public static IEnumerable<DumpRow> Read(TextReader reader)
    {
        var text = new DumpText(reader);
        var tables = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        while (text.SkipBlanks())
        {
            switch (text.Word().ToUpperInvariant())
            {
                case "CREATE" when IsTable(text, out var name):
                    tables[name] = Columns(text);
                    break;
                case "INSERT" or "REPLACE":
                    foreach (var row in Rows(text, tables))
                    {
                        yield return row;
                    }

                    break;
                default:
                    break;
            }

            text.SkipTo((letter, _) => letter == ';');
            text.Take(';');
        }
    }

    private static bool IsTable(DumpText text, out string name)
    {
        name = "";
        if (!text.Word().Equals("TABLE", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        name = text.Word();
        if (name.Equals("IF", StringComparison.OrdinalIgnoreCase))
        {
            _ = (text.Word(), text.Word());
            name = text.Word();
        }

        return true;
    }

    /// <summary>Entries of the list that begin with a quoted name; the others are keys.</summary>
    private static List<string> Columns(DumpText text)
    {
        var columns = new List<string>();
        text.Expect('(');
        do
        {
            if (text.SkipBlanks() && text.Peek() is '`' or '"')
            {
                columns.Add(text.Word());
            }

            text.SkipTo((letter, depth) => depth == 0 && letter is (',' or ')' or ';'));
        }
        while (text.Take(','));
        return columns;
    }

    private static IEnumerable<DumpRow> Rows(DumpText text, Dictionary<string, IReadOnlyList<string>> tables)
    {
        var name = text.Word();
        while (name.ToUpperInvariant() is "INTO" or "IGNORE" or "DELAYED" or "LOW_PRIORITY")
        {
            name = text.Word();
        }

        var columns = tables.GetValueOrDefault(name, []);
        if (text.Take('('))
        {
            var named = new List<string>();
            do
            {
                named.Add(text.Word());
            }
            while (text.Take(','));
            text.Expect(')');
            columns = named;
        }

        if (text.Word().ToUpperInvariant() is not ("VALUES" or "VALUE"))
        {
            throw text.Fault($"an INSERT into {name} without VALUES.");
        }

        do
        {
            text.Expect('(');
            var values = new List<object?>(columns.Count);
            do
            {
                values.Add(Value(text));
            }
            while (text.Take(','));
            text.Expect(')');
            yield return values.Count == columns.Count
                ? new DumpRow(name, columns, values)
                : throw text.Fault($"a row of {name} has {values.Count} values for {columns.Count} columns.");
        }
        while (text.Take(','));
    }

    private static object? Value(DumpText text)
    {
        if (text.SkipBlanks() && text.Peek() is '\'' or '"')
        {
            return text.Quoted();
        }

        var word = text.Word();
        return word.ToUpperInvariant() switch
        {
            "NULL" => null,
            "TRUE" => 1L,
            "FALSE" => 0L,
            ['_', ..] => Value(text),
            ['0', 'X', .. var hex] => Encoding.UTF8.GetString(Convert.FromHexString(hex)),
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw text.Fault($"'{word}' is no value."),
        };
    }
}
