using System.Buffers;
using System.Globalization;
using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>
/// The tokens of a dump by MySQL's grammar: comments, those that a server runs, quotes and literals, and the delimiter that a dump may
/// change. Works on bytes, since a dump may hold some that are not text.
/// </summary>
internal sealed class SqlScanner
{
    private readonly DumpBytes _bytes;
    private readonly SqlDelimiter _delimiter;
    private readonly SqlBlanks _blanks;
    private readonly SqlQuotes _quotes;
    private readonly ArrayBufferWriter<byte> _word = new();

    public SqlScanner(DumpBytes bytes)
    {
        _bytes = bytes;
        _delimiter = new(bytes);
        _blanks = new(bytes, _delimiter);
        _quotes = new(bytes);
    }

    public SqlMode Mode { get; set; } = SqlMode.Usual;

    /// <summary>The token that was read last.</summary>
    public SqlToken Current { get; private set; }

    public int Line => _bytes.Line;

    /// <summary>Statements are ended by <c>;</c>, as where no client said otherwise.</summary>
    public bool HasUsualDelimiter => _delimiter.IsUsual;

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
            throw Fault($"expected '{symbol}', but found {Current.Shown}.");
        }
    }

    /// <summary>Goes to the end of the statement, which <see cref="Current"/> is then; faster than token by token.</summary>
    public void SkipStatement()
    {
        var line = Current.Line;
        while (Current.Kind is not (SqlTokenKind.Delimiter or SqlTokenKind.End))
        {
            _blanks.Skip();
            var next = _bytes.Peek();
            if (next < 0)
            {
                throw DumpFault.Cut(line, "a statement");
            }

            if (_delimiter.IsNext)
            {
                Next();
            }
            else if (next is '\'' or '"' or '`')
            {
                _quotes.Skip(Mode);
            }
            else
            {
                _bytes.Read();
            }
        }
    }

    /// <summary>The rest of the line, which is the client's and not SQL: <c>DELIMITER ;;</c>.</summary>
    public void ReadDelimiter()
    {
        if (!_delimiter.Change())
        {
            throw Fault("DELIMITER is followed by nothing.");
        }
    }

    private SqlToken Scan()
    {
        _blanks.Skip();
        var (line, next) = (_bytes.Line, _bytes.Peek());
        if (next < 0)
        {
            return _blanks.IsInComment ? throw DumpFault.Cut(line, "a comment") : new(SqlTokenKind.End, "", [], line);
        }

        if (_delimiter.Take())
        {
            return new(SqlTokenKind.Delimiter, ";", [], line);
        }

        switch (next)
        {
            case '\'':
            case '"' when !Mode.AnsiQuotes:
                return new(SqlTokenKind.Text, "", _quotes.Read(Mode), line);
            case '"' or '`':
                return new(SqlTokenKind.Name, Encoding.UTF8.GetString(_quotes.Read(Mode)), [], line);
            case >= '0' and <= '9':
                return Number(line);
            case '.' when IsDigit(_bytes.Peek(1)):
                return Number(line);
            default:
                break;
        }

        if (IsWord(next))
        {
            return Word(line);
        }

        _bytes.Read();
        return new(SqlTokenKind.Symbol, ((char)next).ToString(), [], line);
    }

    private SqlToken Word(int line)
    {
        if (_bytes.Peek(1) == '\'')
        {
            switch (_bytes.Peek())
            {
                case 'x' or 'X':
                    _bytes.Read();
                    return new(SqlTokenKind.Hex, "", SqlDigits.FromHex(Encoding.UTF8.GetString(_quotes.Read(Mode)), line), line);
                case 'b' or 'B':
                    _bytes.Read();
                    return new(SqlTokenKind.Bits, "", SqlDigits.FromBits(Encoding.UTF8.GetString(_quotes.Read(Mode)), line), line);
                case 'n' or 'N':
                    _bytes.Read();
                    return new(SqlTokenKind.Text, "", _quotes.Read(Mode), line);
                default:
                    break;
            }
        }

        return new(SqlTokenKind.Word, Letters(), [], line);
    }

    /// <summary>A number, or what else begins with a digit.</summary>
    private SqlToken Number(int line)
    {
        var text = _bytes.Peek() == '.' ? "" : Letters();
        if (SqlDigits.IsHex(text))
        {
            return new(SqlTokenKind.Hex, "", SqlDigits.FromHex(text[2..], line), line);
        }

        if (SqlDigits.IsBits(text))
        {
            return new(SqlTokenKind.Bits, "", SqlDigits.FromBits(text[2..], line), line);
        }

        if (text.All(char.IsAsciiDigit) && _bytes.Peek() == '.')
        {
            _bytes.Read();
            text = $"{text}.{(IsWord(_bytes.Peek()) ? Letters() : "")}";
        }

        var mantissa = text.AsSpan().TrimEnd("eE");
        if (mantissa.Length == text.Length - 1 && mantissa.IndexOfAnyExceptInRange('.', '9') < 0 && _bytes.Peek() is '+' or '-')
        {
            text = $"{text}{(char)_bytes.Read()}{Letters()}";
        }

        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
        return new(isNumber ? SqlTokenKind.Number : SqlTokenKind.Word, text, [], line);
    }

    private string Letters()
    {
        _word.ResetWrittenCount();
        while (IsWord(_bytes.Peek()) && !_delimiter.IsNext)
        {
            _word.Write([(byte)_bytes.Read()]);
        }

        return Encoding.UTF8.GetString(_word.WrittenSpan);
    }

    private static bool IsDigit(int letter) => letter is >= '0' and <= '9';

    private static bool IsWord(int letter) =>
        letter is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_' or '$' or >= 0x80;
}
