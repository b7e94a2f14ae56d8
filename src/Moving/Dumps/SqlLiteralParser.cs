using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>Values as dumps write them: literals, and the few functions that only spell one.</summary>
internal sealed class SqlLiteralParser(SqlScanner scanner, DumpSession session)
{
    private static readonly string[] s_literals = ["DATE", "TIME", "TIMESTAMP"];

    /// <param name="what">The column, for who has to find the value.</param>
    public SqlLiteral Read(string what)
    {
        var literal = One(what);
        while (scanner.Take("COLLATE"))
        {
            scanner.Next();
        }

        return literal;
    }

    private SqlLiteral One(string what)
    {
        var token = scanner.Current;
        switch (token.Kind)
        {
            case SqlTokenKind.Text:
                return Text(null);
            case SqlTokenKind.Hex:
                scanner.Next();
                return SqlLiteral.OfBytes(token.Bytes);
            case SqlTokenKind.Bits:
                scanner.Next();
                return SqlLiteral.OfBits(token.Bytes);
            case SqlTokenKind.Number:
                scanner.Next();
                return SqlLiteral.OfNumber(token.Text);
            case SqlTokenKind.Symbol when token.Is('(') || token.Is('+') || token.Is('-'):
                return Signed(token, what);
            case SqlTokenKind.Word:
                scanner.Next();
                return Word(token, what);
            default:
                throw scanner.Fault($"expected a value of {what}, but found {token.Shown}.");
        }
    }

    private SqlLiteral Signed(SqlToken sign, string what)
    {
        scanner.Next();
        if (sign.Is('('))
        {
            var inner = Read(what);
            scanner.Expect(')');
            return inner;
        }

        var number = One(what);
        return number.Kind != SqlLiteralKind.Number ? throw DumpFault.At(sign.Line, $"{sign.Shown} is not followed by a number, in {what}.")
            : sign.Is('+') ? number
            : SqlLiteral.OfNumber(number.Number.StartsWith('-') ? number.Number[1..] : $"-{number.Number}");
    }

    /// <summary>Texts one after the other are one.</summary>
    private SqlLiteral Text(Encoding? charset)
    {
        var bytes = scanner.Current.Bytes;
        while (scanner.Next().Kind == SqlTokenKind.Text)
        {
            bytes = [.. bytes, .. scanner.Current.Bytes];
        }

        return SqlLiteral.OfText(bytes, charset);
    }

    private SqlLiteral Word(SqlToken word, string what)
    {
        if (scanner.Current.Is('('))
        {
            return Function(word, what);
        }

        var next = scanner.Current.Kind;
        return word.Text.ToUpperInvariant() switch
        {
            "NULL" => SqlLiteral.Null,
            "TRUE" => SqlLiteral.OfNumber("1"),
            "FALSE" => SqlLiteral.OfNumber("0"),
            "DEFAULT" => SqlLiteral.Default,
            var known when s_literals.Contains(known) && next == SqlTokenKind.Text => Text(null),
            "X" or "B" or "N" when next == SqlTokenKind.Text => throw Unreadable(word, what),
            ['_', .. var charset] when next is SqlTokenKind.Text or SqlTokenKind.Hex or SqlTokenKind.Bits => Introduced(word, charset),
            _ => throw Unreadable(word, what),
        };
    }

    private SqlLiteral Introduced(SqlToken word, string charset)
    {
        if (charset.Equals("BINARY", StringComparison.Ordinal))
        {
            return SqlLiteral.OfBytes(scanner.Current.Kind == SqlTokenKind.Text ? Text(null).Bytes : Taken());
        }

        var encoding = CharsetOf(charset.ToLowerInvariant(), word);
        return scanner.Current.Kind == SqlTokenKind.Text ? Text(encoding) : SqlLiteral.OfText(Taken(), encoding);
    }

    private byte[] Taken()
    {
        var bytes = scanner.Current.Bytes;
        scanner.Next();
        return bytes;
    }

    private SqlLiteral Function(SqlToken name, string what)
    {
        scanner.Next();
        switch (name.Text.ToUpperInvariant())
        {
            case "CONVERT":
                return Converted(name, what);
            case "CAST":
                var cast = Read(what);
                SkipType(name, "AS", what);
                return cast;
            case "UNHEX":
                return Decoded(name, what, text => Convert.FromHexString(text.Length % 2 == 0 ? text : $"0{text}"));
            case "FROM_BASE64":
                return Decoded(name, what, Convert.FromBase64String);
            case "CONCAT":
                return Joined(name, what);
            default:
                throw Unreadable(name, what);
        }
    }

    private SqlLiteral Converted(SqlToken name, string what)
    {
        var value = Read(what);
        if (!scanner.Take("USING"))
        {
            SkipType(name, ",", what);
            return value;
        }

        var charset = scanner.Current;
        scanner.Next();
        scanner.Expect(')');
        return value.Kind switch
        {
            // Bytes are text of that charset; a text only becomes one.
            SqlLiteralKind.Bytes or SqlLiteralKind.Bits when !charset.Is("BINARY") => SqlLiteral.OfText(value.Bytes, CharsetOf(charset.Text, charset)),
            _ => value,
        };
    }

    private void SkipType(SqlToken name, string before, string what)
    {
        if (!(before == "," ? scanner.Take(',') : scanner.Take(before)))
        {
            throw Unreadable(name, what);
        }

        for (var depth = 0; depth > 0 || !scanner.Current.Is(')'); scanner.Next())
        {
            depth += scanner.Current.Is('(') ? 1 : scanner.Current.Is(')') ? -1 : 0;
            if (scanner.Current.Kind is SqlTokenKind.Delimiter or SqlTokenKind.End)
            {
                throw Unreadable(name, what);
            }
        }

        scanner.Expect(')');
    }

    private SqlLiteral Decoded(SqlToken name, string what, Func<string, byte[]> decode)
    {
        var value = Read(what);
        scanner.Expect(')');
        try
        {
            return value.Kind == SqlLiteralKind.Null ? value : SqlLiteral.OfBytes(decode(Encoding.ASCII.GetString(value.Bytes)));
        }
        catch (FormatException)
        {
            throw DumpFault.At(name.Line, $"{name.Text} in {what} cannot decode its argument.");
        }
    }

    private SqlLiteral Joined(SqlToken name, string what)
    {
        var parts = new List<SqlLiteral>();
        do
        {
            parts.Add(Read(what));
        }
        while (scanner.Take(','));
        scanner.Expect(')');
        return parts.TrueForAll(part => part.Kind == SqlLiteralKind.Text && part.Charset == parts[0].Charset)
            ? SqlLiteral.OfText([.. parts.SelectMany(part => part.Bytes)], parts[0].Charset)
            : throw Unreadable(name, what);
    }

    private static Encoding CharsetOf(string name, SqlToken at) => DumpCharsets.Find(name)
        ?? throw DumpFault.At(at.Line, $"the charset '{name}' cannot be read. Make the dump with --default-character-set=utf8mb4.");

    private static InvalidDataException Unreadable(SqlToken word, string what) => DumpFault.At(
        word.Line, $"the value of {what} is '{word.Text}', which only the database that made the dump can evaluate. Write the value itself.");

    /// <summary>The charset of texts that name none.</summary>
    public Encoding Charset(int line) => session.Charset ?? throw DumpFault.At(
        line, $"the dump is in '{session.CharsetName}', which cannot be read. Make it with --default-character-set=utf8mb4, or convert it by iconv and say so with --charset utf-8.");
}
