using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Api.Flows;

/// <summary>What is wrong with settings, member by member.</summary>
internal static class SettingsFaults
{
    private const string Languages = "languages";
    private const string FallbackText = "fallbackText";

    /// <summary>By name, with what each is.</summary>
    private static readonly Dictionary<string, string> s_known = typeof(FlowSettings).GetProperties()
        .Where(property => property.GetMethod?.IsStatic == false && property.Name != "EqualityContract")
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => Expected(property.PropertyType), StringComparer.Ordinal);

    public static IReadOnlyList<FieldError> Of(JsonElement settings) => [.. settings.EnumerateObject().SelectMany(Of)];

    private static IEnumerable<FieldError> Of(JsonProperty member)
    {
        var pointer = $"/{BodyPointer.Escaped(member.Name)}";
        if (!s_known.TryGetValue(member.Name, out var expected))
        {
            var near = Spelling.Nearest(member.Name, s_known.Keys) is { } name ? $" Did you mean '{name}'?" : "";
            return [new(pointer, "unknown_field", $"'{member.Name}' is not a setting; known are {string.Join(", ", s_known.Keys)}.{near}")];
        }

        var (settings, fault) = FlowSettings.Parse($"{{{JsonSerializer.Serialize(member.Name, FlowJson.Context.String)}:{member.Value.GetRawText()}}}");
        if (settings is null)
        {
            var isOutOfRange = fault!.StartsWith(member.Name, StringComparison.Ordinal);
            return [new(pointer, "invalid", isOutOfRange ? fault : $"'{member.Name}' must be {expected}.")];
        }

        return member.Name switch
        {
            Languages => (settings.Languages ?? []).Index().Where(code => !LanguageTag.IsCode(code.Item)).Select(code => NotALanguage($"{pointer}/{code.Index}", code.Item)),
            FallbackText => (settings.FallbackText ?? new Dictionary<string, string>()).SelectMany(text => OfText($"{pointer}/{BodyPointer.Escaped(text.Key)}", text.Key, text.Value)),
            _ => [],
        };
    }

    private static string Expected(Type type) =>
        type == typeof(int?) ? "a whole number"
        : type == typeof(decimal?) ? "a number"
        : type == typeof(IReadOnlyList<string>) ? "a list of language codes, such as [\"en\"]"
        : "texts by language, such as { \"en\": \"...\" }";

    private static IEnumerable<FieldError> OfText(string pointer, string language, string? text)
    {
        if (!LanguageTag.IsCode(language))
        {
            yield return NotALanguage(pointer, language);
        }

        if (UnicodeText.IsBlank(text))
        {
            yield return new(pointer, "empty", $"The fallback text of '{language}' is empty: leave it out.");
        }
    }

    private static FieldError NotALanguage(string pointer, string? code) =>
        new(pointer, "invalid_language", $"'{code}' is not a language. Write an ISO 639-1 code, such as en.");
}
