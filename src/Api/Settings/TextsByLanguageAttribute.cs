using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Api.Settings;

/// <summary>Texts by ISO 639-1 code.</summary>
internal sealed class TextsByLanguageAttribute(int maximum) : BodyRuleAttribute
{
    public override IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield return new(pointer, "wrong_type", $"'{name}' must be an object of texts by language.");
            yield break;
        }

        foreach (var text in value.EnumerateObject())
        {
            var at = $"{pointer}/{BodyPointer.Escaped(text.Name)}";
            if (!LanguageTag.IsCode(text.Name))
            {
                yield return new(at, "invalid", $"'{text.Name}' is not a language. Write an ISO 639-1 code, such as 'en'.");
            }

            if (text.Value.ValueKind != JsonValueKind.String || text.Value.GetString() is not { } written
                || UnicodeText.IsBlank(written) || UnicodeText.Length(written) > maximum)
            {
                yield return new(at, "invalid", $"'{name}' must have texts of 1 to {maximum} characters.");
            }
        }
    }
}
