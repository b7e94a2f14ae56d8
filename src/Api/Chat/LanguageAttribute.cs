using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Text;

namespace FlowEngine.Api.Chat;

/// <summary>A language's code or tag.</summary>
internal sealed class LanguageAttribute(int maximum) : BodyRuleAttribute
{
    public override IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value)
    {
        var faults = new TextAttribute(maximum) { MayBeBlank = true }.Faults(pointer, name, value).ToList();
        return faults.Count > 0 || LanguageTag.Read(value.GetString()!) is not null
            ? faults
            : [new(pointer, "not_a_language", $"'{value.GetString()}' is not a language. Send an ISO 639-1 code such as \"en\", or a tag such as \"tr-TR\".")];
    }
}
