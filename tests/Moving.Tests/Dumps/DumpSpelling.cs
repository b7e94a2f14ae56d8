using System.Globalization;
using System.Text;

namespace FlowEngine.Moving.Tests.Dumps;

/// <summary>Spells rows as a dump, in one of the many ways that MySQL understands.</summary>
internal sealed class DumpSpelling(Random random)
{
    private static readonly string[] s_blanks =
        [" ", "\n", "\t", "  ", "/* ' \" ; ` */", "-- ' \" ; \n", "# it's /* \n", "/*!*/", "/*!40101 */", "/*M!100200 */", "/*M!999999\\- ' */", "\r\n", "--\n"];

    private static readonly string[] s_noise =
    [
        "INSERT INTO other VALUES (NOW(), 1 /2, 3--1, ';', 'it\\'s', \"\"\"\");",
        "CREATE TABLE other (a int, b decimal(8,2) GENERATED ALWAYS AS ((a / 1.2)) STORED COMMENT '/* -- #');",
        "DELIMITER ;;\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN INSERT INTO t VALUES (NOW()); END;;\nDELIMITER ;\n",
        "CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW BEGIN INSERT INTO t VALUES (NOW()); END;",
        "/*!50001 CREATE VIEW v AS SELECT 'x' AS t */;",
        "LOCK TABLES t WRITE;UNLOCK TABLES;",
        "/*!40000 ALTER TABLE t DISABLE KEYS */;",
        ";",
    ];

    public string Table(IReadOnlyList<object?[]> rows)
    {
        var sql = new StringBuilder("SET NAMES utf8mb4;\n");
        sql.Append(Spaced("CREATE", "TABLE", "`t`", "(", "id", "bigint", ",", "`a`", "text", ",", "b", "longtext", ",", "PRIMARY", "KEY", "(", "id", ")", ")", ";"));
        var named = random.Next(2) == 0;
        for (var at = 0; at < rows.Count;)
        {
            Noise(sql);
            var count = Math.Min(rows.Count - at, 1 + random.Next(4));
            var verb = Pick("INSERT INTO", "insert into", "REPLACE INTO", "INSERT IGNORE INTO", "REPLACE");
            sql.Append(verb).Append(Blank()).Append(Pick("t", "`t`", "`shop`.`t`", "T"));
            if (named)
            {
                sql.Append(Spaced("(", Pick("id", "`id`", "t.id"), ",", "`a`", ",", "b", ")"));
            }

            sql.Append(Blank()).Append(Pick("VALUES", "values", "VALUE"));
            sql.AppendJoin(',', rows.Skip(at).Take(count).Select(row => Spaced(["(", .. row.SelectMany((value, index) =>
                index == 0 ? [Value(value)] : new[] { ",", Value(value) }), ")"])));
            sql.Append(Blank()).Append(';');
            at += count;
        }

        Noise(sql);
        return sql.ToString();
    }

    private void Noise(StringBuilder sql)
    {
        while (random.Next(3) == 0)
        {
            sql.Append(Blank()).Append(s_noise[random.Next(s_noise.Length)]).Append(Blank());
        }
    }

    private string Value(object? value) => value switch
    {
        null => Pick("NULL", "null", "DEFAULT", "(NULL)"),
        long number => Number(number),
        _ => Text((string)value),
    };

    private string Number(long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return random.Next(4) switch
        {
            0 when number >= 0 => $"+{text}",
            1 => $"'{text}'",
            2 => $"({text})",
            _ => text,
        };
    }

    private string Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hex = Convert.ToHexString(bytes);
        switch (random.Next(text.Length == 0 ? 5 : 10))
        {
            case 0:
                return Quoted(text, '\'');
            case 1:
                return Quoted(text, '"');
            case 2:
                return $"{Pick("_utf8mb4", "N", "_utf8mb4 ", "n")}{Quoted(text, '\'')}";
            case 3:
                return $"CONVERT({Quoted(text, '\'')}{Blank()}USING utf8mb4)";
            case 4:
                var middle = text.Length == 0 ? 0 : random.Next(text.Length);
                middle -= middle > 0 && char.IsLowSurrogate(text[middle]) ? 1 : 0;
                return $"{Quoted(text[..middle], '\'')}{Blank()}{Quoted(text[middle..], Pick("'", "\"")[0])}";
            case 5:
                return $"0x{hex}";
            case 6:
                return $"{Pick("X", "x")}'{hex.ToLowerInvariant()}'";
            case 7:
                return $"CONVERT(0x{hex} USING utf8mb4)";
            case 8:
                return $"UNHEX('{hex}')";
            default:
                return $"/*!40101{Blank()}{Quoted(text, '\'')} */";
        }
    }

    private string Quoted(string text, char quote)
    {
        var spelt = new StringBuilder().Append(quote);
        foreach (var letter in text)
        {
            spelt.Append(letter switch
            {
                '\\' => "\\\\",
                '\n' when random.Next(2) == 0 => "\\n",
                '\r' when random.Next(2) == 0 => "\\r",
                '\0' => "\\0",
                '\u001A' => Pick("\\Z", "\u001A"),
                '\'' or '"' when letter == quote => random.Next(2) == 0 ? $"\\{letter}" : $"{letter}{letter}",
                '\'' or '"' when random.Next(2) == 0 => $"\\{letter}",
                _ => letter.ToString(),
            });
        }

        return spelt.Append(quote).ToString();
    }

    private string Spaced(params IEnumerable<string> tokens) => string.Concat(tokens.Select(token => Blank() + token));

    private string Blank()
    {
        var blanks = " ";
        while (random.Next(3) == 0)
        {
            blanks += s_blanks[random.Next(s_blanks.Length)];
        }

        return blanks;
    }

    private string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
