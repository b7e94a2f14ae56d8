using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>What a dump's own SET and USE statements say of the rest: charset, SQL mode, database. And whether it was brought to its end.</summary>
/// <param name="charset">What the dump is in, whatever it says; null: what it says.</param>
internal sealed class DumpSession(Encoding? charset)
{
    /// <summary>Variables in which mysqldump, phpMyAdmin and others keep at the beginning what they set back at the end.</summary>
    private const string Old = "@OLD_";

    private readonly Dictionary<string, (string? Charset, SqlMode Mode)> _saved = new(StringComparer.OrdinalIgnoreCase);
    private string? _said;
    private bool _setsBack;
    private bool _hasSetBack;
    private bool _isLocked;
    private bool _isOpen;

    public SqlMode Mode { get; private set; } = SqlMode.Usual;

    /// <summary>Empty where no USE names one.</summary>
    public string Database { get; private set; } = "";

    /// <summary>Null where the dump says one that cannot be read.</summary>
    public Encoding? Charset => charset ?? (_said is null ? DumpCharsets.Usual : DumpCharsets.Find(_said));

    public string CharsetName => charset?.WebName ?? _said ?? DumpCharsets.Usual.WebName;

    /// <summary>Null where the dump came to its end; else what is missing.</summary>
    public string? Missing =>
        _isLocked ? "LOCK TABLES is not followed by UNLOCK TABLES"
        : _isOpen ? "a transaction is not followed by COMMIT"
        : _setsBack && !_hasSetBack ? "the settings that it keeps in @OLD_... at its beginning are not set back at its end"
        : null;

    public void Use(string database) => Database = database;

    /// <param name="word">The statement's first.</param>
    public void Begin(SqlToken word, SqlToken next)
    {
        _isLocked = word.Is("LOCK") || (_isLocked && !word.Is("UNLOCK"));
        _isOpen = (word.Is("START") && next.Is("TRANSACTION")) || (word.Is("BEGIN") && next.Kind is SqlTokenKind.Delimiter or SqlTokenKind.Word)
            || (_isOpen && !word.IsAny("COMMIT", "ROLLBACK"));
    }

    /// <param name="tokens">Of a SET statement, after that word.</param>
    public void Set(IReadOnlyList<SqlToken> tokens)
    {
        var (depth, from) = (0, 0);
        for (var at = 0; at <= tokens.Count; at++)
        {
            if (at == tokens.Count || (depth == 0 && tokens[at].Is(',')))
            {
                Assign([.. tokens.Skip(from).Take(at - from)]);
                from = at + 1;
            }
            else
            {
                depth += tokens[at].Is('(') ? 1 : tokens[at].Is(')') ? -1 : 0;
            }
        }
    }

    private void Assign(List<SqlToken> tokens)
    {
        var named = tokens.FindIndex(token => token.Is("NAMES") || token.Is("CHARSET") || token.Is("CHARACTER"));
        if (named == 0)
        {
            var name = tokens[0].Is("CHARACTER") ? 2 : 1;
            if (tokens.Count > name)
            {
                _said = Word(tokens[name]) is { } said && !said.Equals("DEFAULT", StringComparison.OrdinalIgnoreCase) ? said : null;
            }

            return;
        }

        var sign = tokens.FindIndex(token => token.Is('='));
        if (sign < 0)
        {
            return;
        }

        var target = Joined(tokens.Take(sign).Where(token => !token.Is(':')));
        var value = tokens.Skip(sign + 1).ToList();
        var source = Joined(value);
        if (value.Exists(token => token.Kind == SqlTokenKind.Word && $"@{token.Text}".StartsWith(Old, StringComparison.OrdinalIgnoreCase)))
        {
            _hasSetBack = true;
        }

        if (target.StartsWith('@') && !target.StartsWith("@@", StringComparison.Ordinal))
        {
            _setsBack |= target.StartsWith(Old, StringComparison.OrdinalIgnoreCase) && source.StartsWith("@@", StringComparison.Ordinal);
            _saved[target] = (_said, Mode);
            return;
        }

        var saved = _saved.Keys.FirstOrDefault(name => source.Contains(name, StringComparison.OrdinalIgnoreCase));
        switch (Setting(target))
        {
            case "SQL_MODE":
                Mode = saved is not null ? _saved[saved].Mode : ModeOf(value, source);
                break;
            case "CHARACTER_SET_CLIENT" when saved is not null:
                _said = _saved[saved].Charset;
                break;
            case "CHARACTER_SET_CLIENT" when value.Count == 1:
                _said = Word(value[0]);
                break;
            default:
                break;
        }
    }

    /// <summary><c>'A,B'</c>, or a change of what there is: <c>CONCAT(@@sql_mode, ',A')</c>, <c>REPLACE(@@sql_mode, 'A', '')</c>.</summary>
    private SqlMode ModeOf(IReadOnlyList<SqlToken> value, string source)
    {
        var named = value.Select(token => SqlMode.Parse(Word(token) ?? "")).Aggregate(SqlMode.Usual, (all, one) => all.With(one));
        return !source.Contains("@@", StringComparison.Ordinal) ? named
            : source.Contains("REPLACE", StringComparison.OrdinalIgnoreCase) ? Mode.Without(named)
            : Mode.With(named);
    }

    private static string Setting(string target)
    {
        var name = target.TrimStart('@').ToUpperInvariant();
        foreach (var scope in new[] { "SESSION", "LOCAL", "GLOBAL" })
        {
            name = name.StartsWith(scope, StringComparison.Ordinal) ? name[scope.Length..].TrimStart('.') : name;
        }

        return name;
    }

    private static string Joined(IEnumerable<SqlToken> tokens) => string.Concat(tokens.Select(token => Word(token) ?? token.Text));

    private static string? Word(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.Text => Encoding.Latin1.GetString(token.Bytes),
        SqlTokenKind.Word or SqlTokenKind.Name => token.Text,
        _ => null,
    };
}
