using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>Reads a template once from left to right.</summary>
internal sealed class TemplateParser(string text)
{
    /// <summary>As each may read the same long value again, what a rendering costs is bounded by how many there are.</summary>
    public const int MaxVariables = 500;

    public const int MaxFilters = 8;

    private readonly List<TemplatePart> _parts = [];
    private readonly StringBuilder _literal = new();
    private int _at;
    private int _variables;

    /// <summary>What went wrong, after <see cref="Parse"/> gave null.</summary>
    public TemplateError? Error { get; private set; }

    public IReadOnlyList<TemplatePart>? Parse()
    {
        while (_at < text.Length)
        {
            if (text[_at] == '\\' && IsOpening(_at + 1))
            {
                _literal.Append("{{");
                _at += 3;
            }
            else if (!IsOpening(_at))
            {
                _literal.Append(text[_at++]);
            }
            else if (!ParseExpression())
            {
                return null;
            }
        }

        EndLiteral();
        return _parts;
    }

    private bool ParseExpression()
    {
        EndLiteral();
        var start = _at;
        _at += 2;
        var pathStart = _at;
        var pathText = ReadUntilDelimiter();
        if (_at >= text.Length)
        {
            return Fail(start, "'{{' is never closed by '}}'");
        }

        if (VariablePath.TryParse(pathText) is not { } path)
        {
            var shown = pathText.Trim();
            return Fail(pathStart, shown.IsEmpty
                ? "a variable's name is missing between '{{' and '}}'"
                : $"'{Shorten(shown)}' is not the path of a variable");
        }

        if (++_variables > MaxVariables)
        {
            return Fail(start, $"a text has at most {MaxVariables} variables");
        }

        List<TemplateFilter> filters = [];
        while (_at < text.Length && text[_at] == '|')
        {
            if (filters.Count == MaxFilters)
            {
                return Fail(_at, $"a variable goes through at most {MaxFilters} filters");
            }

            _at++;
            if (!ParseFilter(filters))
            {
                return false;
            }
        }

        if (!IsClosing(_at))
        {
            return Fail(start, "'{{' is never closed by '}}'");
        }

        _at += 2;
        _parts.Add(new TemplatePart("", path, filters));
        return true;
    }

    private bool ParseFilter(List<TemplateFilter> filters)
    {
        SkipSpaces();
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
        {
            _at++;
        }

        var name = text[start.._at];
        SkipSpaces();
        string? argument = null;
        if (_at < text.Length && text[_at] == ':')
        {
            _at++;
            argument = ReadArgument();
            if (argument is null)
            {
                return Fail(start, $"the argument of the filter {Shorten(name)} has no closing quote");
            }
        }

        SkipSpaces();
        if (_at < text.Length && text[_at] != '|' && !IsClosing(_at))
        {
            return Fail(_at, "a filter is written as | name or | name:\"argument\"");
        }

        if (TemplateFilters.Find(Shorten(name), argument, out var error) is not { } filter)
        {
            return Fail(start, error);
        }

        filters.Add(filter);
        return true;
    }

    private string? ReadArgument()
    {
        SkipSpaces();
        if (_at >= text.Length || text[_at] is not ('"' or '\''))
        {
            return ReadUntilDelimiter().Trim().ToString();
        }

        var quote = text[_at++];
        var argument = new StringBuilder();
        while (_at < text.Length && text[_at] != quote)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && (text[_at + 1] == quote || text[_at + 1] == '\\'))
            {
                _at++;
            }

            argument.Append(text[_at++]);
        }

        if (_at >= text.Length)
        {
            return null;
        }

        _at++;
        return argument.ToString();
    }

    private ReadOnlySpan<char> ReadUntilDelimiter()
    {
        var start = _at;
        while (_at < text.Length && text[_at] != '|' && !IsClosing(_at))
        {
            _at++;
        }

        return text.AsSpan(start, _at - start);
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private void EndLiteral()
    {
        if (_literal.Length > 0)
        {
            _parts.Add(TemplatePart.Of(_literal.ToString()));
            _literal.Clear();
        }
    }

    private bool Fail(int position, string message)
    {
        Error = new TemplateError(position, message);
        return false;
    }

    private bool IsOpening(int at) => at + 1 < text.Length && text[at] == '{' && text[at + 1] == '{';

    private bool IsClosing(int at) => at + 1 < text.Length && text[at] == '}' && text[at + 1] == '}';

    private static string Shorten(ReadOnlySpan<char> text) => UnicodeText.Shorten(text.ToString(), 60);
}
