using System.Buffers;

namespace FlowEngine.Moving.Dumps;

/// <summary>Text and names in quotes, which stand in them twice or, but in names, after a backslash.</summary>
internal sealed class SqlQuotes(DumpBytes bytes)
{
    private readonly ArrayBufferWriter<byte> _text = new();

    /// <summary>Begins at the opening quote, and ends after the closing one.</summary>
    public byte[] Read(SqlMode mode)
    {
        _text.ResetWrittenCount();
        Go(mode, _text);
        return _text.WrittenSpan.ToArray();
    }

    /// <summary>As <see cref="Read"/>, but keeps nothing.</summary>
    public void Skip(SqlMode mode) => Go(mode, text: null);

    private void Go(SqlMode mode, ArrayBufferWriter<byte>? text)
    {
        var line = bytes.Line;
        var quote = (byte)bytes.Read();
        var isName = quote == '`' || (quote == '"' && mode.AnsiQuotes);
        ReadOnlySpan<byte> ends = isName || mode.NoBackslashEscapes ? [quote] : [quote, (byte)'\\'];
        while (true)
        {
            var plain = bytes.ReadUntilAny(ends);
            text?.Write(plain);
            var next = bytes.Peek();
            if (next < 0)
            {
                throw DumpFault.Cut(line, isName ? "a name in quotes" : "a text in quotes");
            }

            if (ends.IndexOf((byte)next) < 0)
            {
                continue;
            }

            bytes.Read();
            if (next == '\\')
            {
                next = bytes.Read();
                if (next >= 0 && text is not null)
                {
                    WriteEscaped(text, (byte)next);
                }
            }
            else if (bytes.Peek() == quote)
            {
                bytes.Read();
                text?.Write([quote]);
            }
            else
            {
                return;
            }
        }
    }

    private static void WriteEscaped(ArrayBufferWriter<byte> text, byte letter)
    {
        // Before these a backslash stays, for LIKE.
        if (letter is (byte)'%' or (byte)'_')
        {
            text.Write("\\"u8);
        }

        byte meant = letter switch
        {
            (byte)'0' => 0,
            (byte)'b' => (byte)'\b',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'Z' => 0x1A,
            _ => letter,
        };
        text.Write([meant]);
    }
}
