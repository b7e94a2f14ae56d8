using System.Text.Json;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using Microsoft.OpenApi;

namespace FlowEngine.Api.Bodies;

/// <summary>Text of 1 to so many characters, not blank.</summary>
internal sealed class TextAttribute(int maximum = RequestText.MaxLength) : BodyRuleAttribute
{
    public int Maximum => maximum;

    public bool MayBeBlank { get; init; }

    public bool MayHaveControls { get; init; } = true;

    /// <summary>One code for all that may be wrong; null: a code of its own for each.</summary>
    public string? Code { get; init; }

    public override IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            yield return new(pointer, Code ?? "wrong_type", $"'{name}' must be text.");
            yield break;
        }

        var text = value.GetString()!;
        if (text.Length == 0 || (!MayBeBlank && UnicodeText.IsBlank(text)))
        {
            yield return new(pointer, Code ?? "empty", $"'{name}' is blank: leave it out, or write a text.");
        }
        else if (text.Length > maximum && UnicodeText.Length(text) is var length && length > maximum)
        {
            yield return new(pointer, Code ?? "too_long", $"'{name}' has {length} characters; at most {maximum} are taken.");
        }
        else if (!MayHaveControls && text.Any(char.IsControl))
        {
            yield return new(pointer, Code ?? "control_character", $"'{name}' must be text of 1 to {maximum} characters, none of them a control character.");
        }
    }

    public override void Describe(OpenApiSchema schema) => (schema.MinLength, schema.MaxLength) = (1, maximum);
}
