using System.Globalization;
using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>The letters of a dump, one after the other, and what they are made of. Holds one value at a time.</summary>
internal sealed class DumpText(TextReader reader)
{
    private readonly StringBuilder _text = new();
    private int _line = 1;

    /// <summary>Only blanks were read of the line: elsewhere - and # are no comments.</summary>
    private bool _atLineStart = true;

    public int Peek() => reader.Peek();

    public InvalidDataException Fault(string message) => new(string.Create(CultureInfo.InvariantCulture, $"Line {_line} of the dump: {message}"));

    /// <summary>Goes over blanks and comments, those that MySQL runs too: they set what is not rows.</summary>
    /// <returns>False at the end.</returns>
    public bool SkipBlanks()
    {
        while (reader.Peek() is >= 0 and var next)
        {
            if (char.IsWhiteSpace((char)next))
            {
                Read();
            }
            else if (_atLineStart && next is ('-' or '#'))
            {
                SkipLine();
            }
            else if (next == '/')
            {
                SkipComment();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public bool Take(char expected)
    {
        if (!SkipBlanks() || reader.Peek() != expected)
        {
            return false;
        }

        Read();
        return true;
    }

    public void Expect(char expected)
    {
        if (!Take(expected))
        {
            throw Fault($"'{expected}' is missing.");
        }
    }

    /// <summary>A word, a number or a quoted name; empty where another letter stands.</summary>
    public string Word()
    {
        if (!SkipBlanks())
        {
            return "";
        }

        if (reader.Peek() is '`' or '"')
        {
            return Quoted();
        }

        _text.Clear();
        while (reader.Peek() is >= 0 and var next && (char.IsLetterOrDigit((char)next) || next is '_' or '.' or '$' or '+' or '-'))
        {
            _text.Append(Read());
        }

        return _text.ToString();
    }

    /// <summary>Text in quotes of any kind, which stand in it twice or, but in names, after a backslash.</summary>
    public string Quoted()
    {
        var quote = Read();
        _text.Clear();
        while (true)
        {
            var letter = Read();
            if (letter == quote)
            {
                if (reader.Peek() != quote)
                {
                    return _text.ToString();
                }

                letter = Read();
            }
            else if (letter == '\\' && quote != '`')
            {
                letter = Unescaped(Read());
            }

            _text.Append(letter);
        }
    }

    /// <summary>To the end of the statement, or with depth to the comma or bracket that ends an entry of a list, which is not read.</summary>
    public void SkipTo(Func<int, int, bool> isEnd)
    {
        for (var depth = 0; SkipBlanks() && !isEnd(reader.Peek(), depth);)
        {
            if (reader.Peek() is '\'' or '"' or '`')
            {
                Quoted();
                continue;
            }

            depth += Read() switch { '(' => 1, ')' => -1, _ => 0 };
        }
    }

    private static char Unescaped(char letter) => letter switch
    {
        '0' => '\0',
        'b' => '\b',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'Z' => '\u001A',
        _ => letter,
    };

    private char Read()
    {
        var next = reader.Read();
        _line += next == '\n' ? 1 : 0;
        _atLineStart = next == '\n' || (_atLineStart && char.IsWhiteSpace((char)next));
        return next < 0 ? throw Fault("it ends in the middle.") : (char)next;
    }

    private void SkipLine()
    {
        while (reader.Peek() is >= 0 and not '\n')
        {
            Read();
        }
    }

    private void SkipComment()
    {
        Read();
        for (var before = ' '; ;)
        {
            var letter = Read();
            if (before == '*' && letter == '/')
            {
                return;
            }

            before = letter;
        }
    }
}
