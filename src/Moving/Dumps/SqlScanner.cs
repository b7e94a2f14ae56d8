using System.Buffers;
using System.Globalization;
using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>
/// The tokens of a dump by MySQL's grammar: comments, those that a server runs, quotes and literals, and the delimiter that a dump may
/// change. Works on bytes, since a dump may hold some that are no text.
/// </summary>
internal sealed class SqlScanner(DumpBytes bytes)
{
    /// <summary>Comments for versions as high as this are for no server: <c>/*M!999999\- enable the sandbox mode */</c>.</summary>
    private const int NoVersion = 999_999;

    private readonly ArrayBufferWriter<byte> _text = new();
    private byte[] _delimiter = [(byte)';'];

    /// <summary>Inside so many comments that a server runs.</summary>
    private int _running;

    public SqlMode Mode { get; set; } = SqlMode.Usual;

    /// <summary>The token that was read last.</summary>
    public SqlToken Current { get; private set; }

    public int Line => bytes.Line;

    /// <summary>Statements are ended by <c>;</c>, as where no client said otherwise.</summary>
    public bool HasUsualDelimiter => _delimiter is [(byte)';'];

    public InvalidDataException Fault(string message) =>
        Current.Kind == SqlTokenKind.End ? DumpFault.Cut(Current.Line, null) : DumpFault.At(Current.Line, message);

    public SqlToken Next() => Current = Scan();

    public bool Take(char symbol)
    {
        if (!Current.Is(symbol))
        {
            return false;
        }

        Next();
        return true;
    }

    public bool Take(string word)
    {
        if (!Current.Is(word))
        {
            return false;
        }

        Next();
        return true;
    }

    public void Expect(char symbol)
    {
        if (!Take(symbol))
        {
            throw Fault($"'{symbol}' is expected, and {Current.Shown} is there.");
        }
    }

    /// <summary>Goes to the end of the statement, which <see cref="Current"/> is then; faster than token by token.</summary>
    public void SkipStatement()
    {
        var line = Current.Line;
        while (Current.Kind is not (SqlTokenKind.Delimiter or SqlTokenKind.End))
        {
            SkipBlanks();
            var next = bytes.Peek();
            if (next < 0)
            {
                throw DumpFault.Cut(line, "a statement");
            }

            if (bytes.StartsWith(_delimiter))
            {
                Next();
            }
            else if (next is '\'' or '"' or '`')
            {
                Quoted(keep: false);
            }
            else
            {
                bytes.Read();
            }
        }
    }

    /// <summary>The rest of the line, which is the client's and not SQL: <c>DELIMITER ;;</c>.</summary>
    public void ReadDelimiter()
    {
        _text.ResetWrittenCount();
        while (bytes.Peek() is >= 0 and not '\n')
        {
            Write((byte)bytes.Read());
        }

        var text = Encoding.UTF8.GetString(_text.WrittenSpan).Trim().Split(' ')[0];
        _delimiter = text.Length == 0 ? throw Fault("DELIMITER is followed by nothing.") : Encoding.UTF8.GetBytes(text);
    }

    private SqlToken Scan()
    {
        SkipBlanks();
        var (line, next) = (bytes.Line, bytes.Peek());
        if (next < 0)
        {
            return _running > 0 ? throw DumpFault.Cut(line, "a comment") : new(SqlTokenKind.End, "", [], line);
        }

        if (bytes.StartsWith(_delimiter))
        {
            bytes.Skip(_delimiter.Length);
            return new(SqlTokenKind.Delimiter, ";", [], line);
        }

        switch (next)
        {
            case '\'':
            case '"' when !Mode.AnsiQuotes:
                return new(SqlTokenKind.Text, "", Quoted(keep: true), line);
            case '"' or '`':
                return new(SqlTokenKind.Name, Encoding.UTF8.GetString(Quoted(keep: true)), [], line);
            case >= '0' and <= '9':
                return Number(line);
            case '.' when IsDigit(bytes.Peek(1)):
                return Number(line);
            default:
                break;
        }

        if (IsWord(next))
        {
            return Word(line);
        }

        bytes.Read();
        return new(SqlTokenKind.Symbol, ((char)next).ToString(), [], line);
    }

    private SqlToken Word(int line)
    {
        if (bytes.Peek(1) == '\'')
        {
            switch (bytes.Peek())
            {
                case 'x' or 'X':
                    bytes.Read();
                    return new(SqlTokenKind.Hex, "", FromHex(Encoding.UTF8.GetString(Quoted(keep: true)), line), line);
                case 'b' or 'B':
                    bytes.Read();
                    return new(SqlTokenKind.Bits, "", FromBits(Encoding.UTF8.GetString(Quoted(keep: true)), line), line);
                case 'n' or 'N':
                    bytes.Read();
                    return new(SqlTokenKind.Text, "", Quoted(keep: true), line);
                default:
                    break;
            }
        }

        return new(SqlTokenKind.Word, Letters(), [], line);
    }

    /// <summary>A number, or what else begins with a digit.</summary>
    private SqlToken Number(int line)
    {
        var text = bytes.Peek() == '.' ? "" : Letters();
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && text.Length > 2 && text.AsSpan(2).IndexOfAnyExcept(s_hex) < 0)
        {
            return new(SqlTokenKind.Hex, "", FromHex(text[2..], line), line);
        }

        if (text.StartsWith("0b", StringComparison.Ordinal) && text.Length > 2 && text.AsSpan(2).IndexOfAnyExcept('0', '1') < 0)
        {
            return new(SqlTokenKind.Bits, "", FromBits(text[2..], line), line);
        }

        if (text.All(char.IsAsciiDigit) && bytes.Peek() == '.')
        {
            bytes.Read();
            text = $"{text}.{(IsWord(bytes.Peek()) ? Letters() : "")}";
        }

        var mantissa = text.AsSpan().TrimEnd("eE");
        if (mantissa.Length == text.Length - 1 && mantissa.IndexOfAnyExceptInRange('.', '9') < 0 && bytes.Peek() is '+' or '-')
        {
            text = $"{text}{(char)bytes.Read()}{Letters()}";
        }

        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
        return new(isNumber ? SqlTokenKind.Number : SqlTokenKind.Word, text, [], line);
    }

    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdefABCDEF");

    private static byte[] FromHex(string digits, int line)
    {
        try
        {
            return Convert.FromHexString(digits.Length % 2 == 0 ? digits : $"0{digits}");
        }
        catch (FormatException)
        {
            throw DumpFault.At(line, $"'{digits}' is not hexadecimal.");
        }
    }

    private static byte[] FromBits(string digits, int line)
    {
        if (digits.AsSpan().IndexOfAnyExcept('0', '1') >= 0)
        {
            throw DumpFault.At(line, $"'{digits}' has digits other than 0 and 1.");
        }

        var padded = digits.PadLeft((digits.Length + 7) / 8 * 8, '0');
        return [.. Enumerable.Range(0, padded.Length / 8).Select(at => Convert.ToByte(padded.Substring(at * 8, 8), 2))];
    }

    private string Letters()
    {
        _text.ResetWrittenCount();
        while (IsWord(bytes.Peek()) && !bytes.StartsWith(_delimiter))
        {
            Write((byte)bytes.Read());
        }

        return Encoding.UTF8.GetString(_text.WrittenSpan);
    }

    /// <summary>Text in quotes, which stand in it twice or, but in names, after a backslash.</summary>
    private byte[] Quoted(bool keep)
    {
        _text.ResetWrittenCount();
        var line = bytes.Line;
        var quote = (byte)bytes.Read();
        var isName = quote == '`' || (quote == '"' && Mode.AnsiQuotes);
        ReadOnlySpan<byte> ends = isName || Mode.NoBackslashEscapes ? [quote] : [quote, (byte)'\\'];
        while (true)
        {
            var plain = bytes.ReadUntilAny(ends);
            if (keep)
            {
                _text.Write(plain);
            }

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
                if (next >= 0 && keep)
                {
                    Escaped((byte)next);
                }
            }
            else if (bytes.Peek() == quote)
            {
                bytes.Read();
                Write(quote);
            }
            else
            {
                return keep ? _text.WrittenSpan.ToArray() : [];
            }
        }
    }

    private void Escaped(byte letter)
    {
        // Before these a backslash stays, for LIKE.
        if (letter is (byte)'%' or (byte)'_')
        {
            Write((byte)'\\');
        }

        Write(letter switch
        {
            (byte)'0' => 0,
            (byte)'b' => (byte)'\b',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'Z' => 0x1A,
            _ => letter,
        });
    }

    /// <summary>Goes over blanks and comments, and into those that a server runs.</summary>
    private void SkipBlanks()
    {
        while (true)
        {
            var next = bytes.Peek();
            if (next is ' ' or '\t' or '\r' or '\n' or '\f' or '\v' or 0)
            {
                bytes.Read();
            }
            else if (bytes.StartsWith(_delimiter))
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
            else if (_running > 0 && next == '*' && bytes.Peek(1) == '/')
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
        for (var digits = 0; opens > 0 && digits < 6 && IsDigit(bytes.Peek()); digits++)
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

    private void Write(byte value)
    {
        _text.GetSpan(1)[0] = value;
        _text.Advance(1);
    }

    private static bool IsDigit(int letter) => letter is >= '0' and <= '9';

    private static bool IsWord(int letter) =>
        letter is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_' or '$' or >= 0x80;
}
