namespace FlowEngine.Moving.Dumps;

/// <summary>Goes over what stands between tokens: blanks and comments. The content of comments that a server runs is left to be read.</summary>
internal sealed class SqlBlanks(DumpBytes bytes, SqlDelimiter delimiter)
{
    /// <summary>Comments for versions as high as this are for no server: <c>/*M!999999\- enable the sandbox mode */</c>.</summary>
    private const int NoVersion = 999_999;

    /// <summary>Inside so many comments that a server runs.</summary>
    private int _running;

    /// <summary>The next token is inside a comment that a server runs.</summary>
    public bool IsInComment => _running > 0;

    public void Skip()
    {
        while (true)
        {
            var next = bytes.Peek();
            if (next is ' ' or '\t' or '\r' or '\n' or '\f' or '\v' or 0)
            {
                bytes.Read();
            }
            else if (delimiter.IsNext)
            {
                return;
            }
            else if (next == '#' || (next == '-' && bytes.Peek(1) == '-' && bytes.Peek(2) <= ' '))
            {
                SkipLine();
            }
            else if (next == '/' && bytes.Peek(1) == '*')
            {
                SkipComment();
            }
            else if (IsInComment && next == '*' && bytes.Peek(1) == '/')
            {
                bytes.Skip(2);
                _running--;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipLine()
    {
        while (bytes.Peek() is >= 0 and not '\n')
        {
            if (bytes.ReadUntilAny("\n"u8).IsEmpty)
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        var line = bytes.Line;
        bytes.Skip(2);
        var opens = bytes.StartsWith("!"u8) ? 1 : bytes.StartsWith("M!"u8) ? 2 : 0;
        bytes.Skip(opens);
        var version = 0;
        for (var digits = 0; opens > 0 && digits < 6 && bytes.Peek() is >= '0' and <= '9'; digits++)
        {
            version = (10 * version) + bytes.Read() - '0';
        }

        if (opens > 0 && version < NoVersion)
        {
            _running++;
            return;
        }

        while (!bytes.StartsWith("*/"u8))
        {
            if (bytes.Read() < 0)
            {
                throw DumpFault.Cut(line, "a comment");
            }
        }

        bytes.Skip(2);
    }
}
