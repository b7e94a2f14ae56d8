using System.Text;

namespace FlowEngine.Moving.Dumps;

internal enum SqlLiteralKind
{
    Null,
    Default,
    Number,
    Text,

    /// <summary>Bytes that are text or a number, as the column has it.</summary>
    Bytes,

    /// <summary>Bytes that are a number, unless the column is of text.</summary>
    Bits,
}

/// <summary>A value as it is written.</summary>
/// <param name="Number">Of a number.</param>
/// <param name="Charset">Of a text; null: that of the dump.</param>
internal sealed record SqlLiteral(SqlLiteralKind Kind, string Number, byte[] Bytes, Encoding? Charset)
{
    public static SqlLiteral Null { get; } = new(SqlLiteralKind.Null, "", [], null);

    public static SqlLiteral Default { get; } = new(SqlLiteralKind.Default, "", [], null);

    public static SqlLiteral OfNumber(string number) => new(SqlLiteralKind.Number, number, [], null);

    public static SqlLiteral OfText(byte[] bytes, Encoding? charset) => new(SqlLiteralKind.Text, "", bytes, charset);

    public static SqlLiteral OfBytes(byte[] bytes) => new(SqlLiteralKind.Bytes, "", bytes, null);

    public static SqlLiteral OfBits(byte[] bytes) => new(SqlLiteralKind.Bits, "", bytes, null);
}
