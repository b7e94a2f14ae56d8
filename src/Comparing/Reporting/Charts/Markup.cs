using System.Globalization;
using System.Net;
using System.Text;

namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>Writes HTML and SVG. Text and attribute values go in only encoded; names of tags and attributes are the program's own.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    public Markup Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(tag, attributes);
        _text.Append('>');
        return this;
    }

    public Markup Close(string tag)
    {
        _text.Append("</").Append(tag).Append(">\n");
        return this;
    }

    public Markup Element(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, attributes);
        Text(text);
        return Close(tag);
    }

    public Markup Empty(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(tag, attributes);
        _text.Append("/>\n");
        return this;
    }

    public Markup Text(string text)
    {
        _text.Append(Encode(text));
        return this;
    }

    /// <summary>The program's own text, never data.</summary>
    public Markup Literal(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>A coordinate.</summary>
    public static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();

    private void Tag(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"").Append(Encode(value)).Append('"');
        }
    }

    /// <summary>Characters that HTML forbids become replacement characters; marks that turn text around are shown as such too.</summary>
    private static string Encode(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && rune.Value is not ('\n' or '\t')
                || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFE or 0xFFFF
                ? "\uFFFD"
                : rune.ToString());
        }

        return WebUtility.HtmlEncode(clean.ToString());
    }
}
