namespace FlowEngine.Moving.Dumps;

internal enum SqlTokenKind
{
    /// <summary>The end of a statement.</summary>
    Delimiter,

    /// <summary>A keyword, or a name without quotes.</summary>
    Word,

    /// <summary>A name in quotes.</summary>
    Name,

    /// <summary>Text in quotes, as bytes.</summary>
    Text,
    Number,

    /// <summary><c>0x41</c>, <c>X'41'</c>.</summary>
    Hex,

    /// <summary><c>0b1</c>, <c>b'1'</c>.</summary>
    Bits,

    /// <summary>Any other character.</summary>
    Symbol,

    /// <summary>The end of the dump.</summary>
    End,
}

/// <param name="Text">As it is written, for all but text and bytes.</param>
/// <param name="Bytes">Of text, hexadecimal and bit literals.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, byte[] Bytes, int Line)
{
    public bool Is(string word) => Kind == SqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word))
            {
                return true;
            }
        }

        return false;
    }

    public bool Is(char symbol) => Kind == SqlTokenKind.Symbol && Text[0] == symbol;

    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Name;

    public string Shown => Kind switch
    {
        SqlTokenKind.Text => "a text",
        SqlTokenKind.Hex => "a hexadecimal literal",
        SqlTokenKind.Bits => "a bit literal",
        SqlTokenKind.Delimiter => "the end of the statement",
        SqlTokenKind.End => "the end of the dump",
        _ => $"'{Text}'",
    };
}
