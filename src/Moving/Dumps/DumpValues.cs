using System.Globalization;
using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>Literals as the values that their columns have: whole numbers, text and null.</summary>
internal sealed class DumpValues(SqlLiteralParser literals)
{
    /// <summary>A number of MySQL has eight bytes at most.</summary>
    private const int MostBytes = 8;

    public object? Of(SqlLiteral literal, DumpColumn column, string table, int line) => literal.Kind switch
    {
        SqlLiteralKind.Null => null,
        SqlLiteralKind.Default when column.Default is null => throw DumpFault.At(
            line, $"the value of {column.Name} of {table} is DEFAULT, which is an expression there. Write the value itself."),
        SqlLiteralKind.Default => Of(column.Default, column, table, line),
        SqlLiteralKind.Number => Whole(literal.Number) ?? (object)literal.Number,
        _ when IsNumber(literal, column) => Number(literal.Bytes, column, table, line),
        SqlLiteralKind.Text => Plain(Text(literal.Bytes, literal.Charset ?? literals.Charset(line), column, table, line), column),
        _ => Plain(Bytes(literal.Bytes, column, table, line), column),
    };

    /// <summary>Some programs put numbers in quotes as well.</summary>
    private static object Plain(string text, DumpColumn column) =>
        column.Kind == DumpColumnKind.Whole
        || (column.Kind == DumpColumnKind.Unknown && (column.Name.Equals("id", StringComparison.OrdinalIgnoreCase) || column.Name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)))
            ? Whole(text) ?? (object)text
            : text;

    /// <summary>Null where it is not spelt as MySQL writes a whole number.</summary>
    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && (text.Length == 1 || text.TrimStart('-')[0] != '0') ? number
        : text.Length > 1 && text.AsSpan().IndexOfAnyExcept('0') < 0 ? 0
        : null;

    private static bool IsNumber(SqlLiteral literal, DumpColumn column) => column.Kind switch
    {
        DumpColumnKind.Bits => true,
        DumpColumnKind.Whole or DumpColumnKind.Number => literal.Kind is SqlLiteralKind.Bits or SqlLiteralKind.Bytes,
        DumpColumnKind.Unknown => literal.Kind == SqlLiteralKind.Bits || IsNoText(literal.Bytes),
        _ => false,
    };

    /// <summary>How a bit is written: as the byte itself in quotes, or with <c>--hex-blob</c> as <c>0x01</c>.</summary>
    private static bool IsNoText(byte[] bytes) =>
        bytes.Length is > 0 and <= MostBytes && Array.TrueForAll(bytes, value => value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r'));

    private static long Number(byte[] bytes, DumpColumn column, string table, int line)
    {
        var digits = bytes.AsSpan().TrimStart((byte)0);
        if (digits.Length > MostBytes || (digits.Length == MostBytes && digits[0] >= 0x80))
        {
            throw DumpFault.At(line, $"the value of {column.Name} of {table} is a number of more than 63 bits.");
        }

        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number << 8) | digit;
        }

        return number;
    }

    private string Bytes(byte[] bytes, DumpColumn column, string table, int line)
    {
        try
        {
            return DumpCharsets.Usual.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Bytes are of the column's charset, which only --charset may know to be another.
            return Text(bytes, literals.Charset(line), column, table, line);
        }
    }

    private static string Text(byte[] bytes, Encoding charset, DumpColumn column, string table, int line)
    {
        try
        {
            return charset.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var at = Math.Max(fault.Index, 0);
            var shown = string.Join(' ', bytes.Skip(at).Take(4).Select(value => value.ToString("X2", CultureInfo.InvariantCulture)));
            throw DumpFault.At(
                line,
                $"{column.Name} of {table} has bytes that are not valid {charset.WebName} ({shown}, at {at.ToString(CultureInfo.InvariantCulture)}). Say which charset the dump is in, for example with --charset latin5, or make it with --default-character-set=utf8mb4.");
        }
    }
}
