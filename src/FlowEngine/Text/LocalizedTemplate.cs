using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// A template, or one by language: <c>"..."</c> or <c>{ "tr": "...", "en": "..." }</c>.
/// It is rendered in the conversation's language, else the tenant's, else the first there is.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class LocalizedTemplate
{
    private readonly OrderedDictionary<string, Template> _byLanguage;

    private LocalizedTemplate(OrderedDictionary<string, Template> byLanguage)
    {
        _byLanguage = byLanguage;
        Reads = byLanguage.Values.SelectMany(template => template.Reads).DistinctBy(path => path.ToString()).ToArray();
    }

    /// <summary>In the order written; the key is empty for a text that is the same in all languages.</summary>
    public IReadOnlyDictionary<string, Template> ByLanguage => _byLanguage;

    /// <summary>Each path once, of all languages.</summary>
    public IReadOnlyList<VariablePath> Reads { get; }

    /// <summary>Renders exactly this text, braces too, in every language.</summary>
    public static LocalizedTemplate Literal(string text) => Of(Template.Literal(text));

    public static LocalizedTemplate Of(Template template) =>
        new(new OrderedDictionary<string, Template>(StringComparer.OrdinalIgnoreCase) { [""] = template });

    public static bool TryParse(
        JsonElement json, [NotNullWhen(true)] out LocalizedTemplate? template, [NotNullWhen(false)] out string? error)
    {
        template = null;
        var byLanguage = new OrderedDictionary<string, Template>(StringComparer.OrdinalIgnoreCase);
        if (json.ValueKind != JsonValueKind.Object)
        {
            if (!Template.TryRead(json, out var plain, out error))
            {
                error = json.ValueKind == JsonValueKind.Array ? "must be text, or texts by language" : error;
                return false;
            }

            template = Of(plain);
            return true;
        }

        foreach (var member in json.EnumerateObject())
        {
            if (JsonText.NameOf(member) is not { } language || !JsonText.IsLanguage(language))
            {
                error = "a text by language has two-letter language codes as its names, such as \"tr\"";
                return false;
            }

            if (!Template.TryRead(member.Value, out var text, out var reason))
            {
                error = $"in \"{language}\": {reason}";
                return false;
            }

            byLanguage[language] = text;
        }

        error = byLanguage.Count == 0 ? "a text by language needs at least one language" : null;
        template = error is null ? new LocalizedTemplate(byLanguage) : null;
        return template is not null;
    }

    public string Render(TextScope scope) => For(scope).Render(scope);

    public Value Evaluate(TextScope scope) => For(scope).Evaluate(scope);

    private Template For(TextScope scope)
    {
        if (_byLanguage.Count == 1)
        {
            return _byLanguage.GetAt(0).Value;
        }

        if (TryGet(scope.Language, out var template))
        {
            return template;
        }

        for (var i = 0; i < scope.TenantLanguages.Count; i++)
        {
            if (TryGet(scope.TenantLanguages[i], out template))
            {
                return template;
            }
        }

        return _byLanguage.GetAt(0).Value;
    }

    private bool TryGet(string language, [NotNullWhen(true)] out Template? template) =>
        _byLanguage.TryGetValue(language, out template) ||
        _byLanguage.TryGetValue(LanguageNumbers.Primary(language), out template);

    /// <summary>Reads and writes a text, or an object of texts by language.</summary>
    public sealed class Converter : JsonConverter<LocalizedTemplate>
    {
        public override LocalizedTemplate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return TryParse(document.RootElement, out var template, out var error) ? template : throw new JsonException(error);
        }

        public override void Write(Utf8JsonWriter writer, LocalizedTemplate value, JsonSerializerOptions options)
        {
            if (value.ByLanguage.TryGetValue("", out var plain))
            {
                writer.WriteStringValue(plain.Source);
                return;
            }

            writer.WriteStartObject();
            foreach (var (language, template) in value.ByLanguage)
            {
                writer.WriteString(language, template.Source);
            }

            writer.WriteEndObject();
        }
    }
}
