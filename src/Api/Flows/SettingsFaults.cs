using System.Text.Json;
using FlowEngine.Api.Problems;
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

    private static readonly string[] s_known =
    [
        .. typeof(FlowSettings).GetProperties()
            .Where(property => property.GetMethod?.IsStatic == false && property.Name != "EqualityContract")
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
    ];

    public static IReadOnlyList<FieldError> Of(JsonElement settings) => [.. settings.EnumerateObject().SelectMany(Of)];

    private static IEnumerable<FieldError> Of(JsonProperty member)
    {
        var pointer = $"/{member.Name}";
        if (!s_known.Contains(member.Name, StringComparer.Ordinal))
        {
            var near = Spelling.Nearest(member.Name, s_known) is { } name ? $" Did you mean '{name}'?" : "";
            return [new(pointer, "unknown_field", $"'{member.Name}' is no setting; there are {string.Join(", ", s_known)}.{near}")];
        }

        var (settings, fault) = FlowSettings.Parse($"{{{JsonSerializer.Serialize(member.Name, FlowJson.Context.String)}:{member.Value.GetRawText()}}}");
        if (settings is null)
        {
            var isOutOfRange = fault!.StartsWith(member.Name, StringComparison.Ordinal);
            return [new(pointer, "invalid", isOutOfRange ? fault : $"'{member.Name}' has a value of the wrong kind: {member.Value.ValueKind}.")];
        }

        return member.Name switch
        {
            Languages => Codes(settings.Languages ?? [], index => $"{pointer}/{index}"),
            FallbackText => Codes([.. settings.FallbackText?.Keys ?? []], index => pointer)
                .Concat((settings.FallbackText ?? new Dictionary<string, string>())
                    .Where(text => UnicodeText.IsBlank(text.Value))
                    .Select(text => new FieldError($"{pointer}/{text.Key}", "empty", $"The fallback text of '{text.Key}' is empty: leave it out."))),
            _ => [],
        };
    }

    private static IEnumerable<FieldError> Codes(IReadOnlyList<string> codes, Func<int, string> pointer) => codes
        .Select((code, index) => (code, index))
        .Where(one => !LanguageTag.IsCode(one.code))
        .Select(one => new FieldError(pointer(one.index), "invalid_language", $"'{one.code}' is not a language. Write an ISO 639-1 code, such as en."));
}
