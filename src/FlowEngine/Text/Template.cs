using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// Text with variables: <c>{{ walk.product.title | upper }}</c>, parsed once. <c>\{{</c> stands for <c>{{</c>.
/// A variable that is not set renders as nothing; nothing is escaped, as the reader of the text is not known here.
/// Its JSON is its source.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class Template
{
    /// <summary>In characters, of the source and of what is rendered; the rest is cut off.</summary>
    public const int MaxLength = TextLimit.Length;

    private readonly IReadOnlyList<TemplatePart> _parts;
    private readonly string? _literal;

    private Template(string source, IReadOnlyList<TemplatePart> parts)
    {
        Source = source;
        _parts = parts;
        _literal = parts.All(part => part.Path is null) ? string.Concat(parts.Select(part => part.Literal)) : null;
        Reads = parts.Select(part => part.Path).OfType<VariablePath>().DistinctBy(path => path.ToString()).ToArray();
    }

    public string Source { get; }

    /// <summary>Every variable of the text as it is used there, in the order of the text.</summary>
    public IEnumerable<VariableUse> Uses =>
        from part in _parts
        where part.Path is not null
        select new VariableUse(part.Path!, part.Filters.Any(filter => filter.Name == "default"));

    /// <summary>The variable whose own value the template gives where it is that variable and nothing else.</summary>
    public VariablePath? Whole => _parts is [{ Path: { } path, Filters.Count: 0 }] ? path : null;

    /// <summary>True if it reads no variable, so that it always renders the same.</summary>
    public bool IsLiteral => _literal is not null;

    /// <summary>It has words of its own, or a default for a variable, so that something shows whatever is set.</summary>
    public bool AlwaysShows => _parts.Any(part =>
        part.Path is null ? !UnicodeText.IsBlank(part.Literal) : part.Filters.Any(IsShownDefault));

    /// <summary>What a literal template always renders.</summary>
    internal string? LiteralText => _literal;

    /// <summary>Each path once, in the order of the text.</summary>
    public IReadOnlyList<VariablePath> Reads { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out Template? template, [NotNullWhen(false)] out TemplateError? error)
    {
        if (text.Length > MaxLength)
        {
            error = new TemplateError(MaxLength, $"the text is longer than {MaxLength} characters");
            template = null;
            return false;
        }

        var parser = new TemplateParser(text);
        var parts = parser.Parse();
        template = parts is null ? null : new Template(text, parts);
        error = parser.Error;
        return template is not null;
    }

    /// <summary>A template that renders exactly this text, braces too.</summary>
    public static Template Literal(string text)
    {
        var kept = UnicodeText.Cut(text, MaxLength);
        return new Template(kept.Replace("{{", "\\{{", StringComparison.Ordinal), kept.Length == 0 ? [] : [TemplatePart.Of(kept)]);
    }

    public string Render(TextScope scope) => Render(scope, encode: null);

    /// <param name="encode">Applied to the text of each variable, not to the template's own; null leaves it as it is.</param>
    public string Render(TextScope scope, Func<string, string>? encode)
    {
        if (_literal is not null)
        {
            return _literal;
        }

        var output = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        var left = MaxLength;
        for (var i = 0; i < _parts.Count && left > 0; i++)
        {
            var rendered = _parts[i].Render(scope);
            var text = UnicodeText.Cut((encode is not null && _parts[i].Path is not null ? encode(rendered) : rendered).AsSpan(), left);
            output.AppendFormatted(text);
            left -= text.Length;
        }

        return output.ToStringAndClear();
    }

    /// <summary>The variable's own value where the template is one variable without filters and nothing else; otherwise the text.</summary>
    public Value Evaluate(TextScope scope) =>
        Whole is { } path ? scope.Variables.Resolve(path) : Value.Of(Render(scope));

    public override string ToString() => Source;

    /// <summary>Reads text; a number or boolean is taken as its text. Says where and why in the exception.</summary>
    public sealed class Converter : JsonConverter<Template>
    {
        public override Template Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return TryRead(document.RootElement, out var template, out var error) ? template : throw new JsonException(error);
        }

        public override void Write(Utf8JsonWriter writer, Template value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Source);
    }

    private static bool IsShownDefault(TemplateFilter filter) => filter.Name == "default" && !UnicodeText.IsBlank(filter.Argument);

    internal static bool TryRead(
        JsonElement json, [NotNullWhen(true)] out Template? template, [NotNullWhen(false)] out string? error)
    {
        template = null;
        if (JsonText.Of(json) is not { } text)
        {
            error = "must be text";
            return false;
        }

        error = TryParse(text, out template, out var parseError) ? null : $"{parseError.Message} (at character {parseError.Position})";
        return template is not null;
    }
}
