namespace FlowEngine.Moving.Dumps;

internal enum DumpColumnKind
{
    /// <summary>No CREATE TABLE says it.</summary>
    Unknown,
    Whole,
    Number,
    Bits,

    /// <summary>Text, times and all else.</summary>
    Other,
}

/// <param name="Default">What DEFAULT stands for in a row; null where it is an expression.</param>
/// <param name="IsLeftOut">A row without a list of columns has no value for it: it is invisible.</param>
internal sealed record DumpColumn(string Name, DumpColumnKind Kind, SqlLiteral? Default, bool IsGenerated, bool IsLeftOut)
{
    public static DumpColumn Unknown(string name) => new(name, DumpColumnKind.Unknown, SqlLiteral.Null, IsGenerated: false, IsLeftOut: false);
}
