using System.Text;
using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.Chat;

/// <summary>An object of texts, of so many bytes together.</summary>
internal sealed class FlatTextsAttribute(int maxBytes) : BodyRuleAttribute
{
    public override IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield return new(pointer, "wrong_type", $"'{name}' must be an object of texts.");
            yield break;
        }

        foreach (var member in value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.String))
        {
            yield return new($"{pointer}/{BodyPointer.Escaped(member.Name)}", "wrong_type", $"'{name}.{member.Name}' must be text.");
        }

        if (Encoding.UTF8.GetByteCount(value.GetRawText()) > maxBytes)
        {
            yield return new(pointer, "too_long", $"'{name}' takes more than {maxBytes} bytes.");
        }
    }
}
