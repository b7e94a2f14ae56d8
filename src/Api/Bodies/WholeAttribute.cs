using System.Globalization;
using System.Text.Json;
using FlowEngine.Chat.Refusals;
using Microsoft.OpenApi;

namespace FlowEngine.Api.Bodies;

/// <summary>A whole number in a range.</summary>
internal sealed class WholeAttribute(long least, long most) : BodyRuleAttribute
{
    public string Code { get; init; } = "invalid";

    /// <summary>What the number means or 0 stands for, after the range.</summary>
    public string Hint { get; init; } = "";

    public override IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number) || number < least || number > most)
        {
            yield return new(pointer, Code, $"'{name}' must be a whole number from {least} to {most}{Hint}.");
        }
    }

    public override void Describe(OpenApiSchema schema) => (schema.Minimum, schema.Maximum) =
        (least.ToString(CultureInfo.InvariantCulture), most == long.MaxValue ? null : most.ToString(CultureInfo.InvariantCulture));
}
