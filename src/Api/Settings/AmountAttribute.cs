using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using Microsoft.OpenApi;

namespace FlowEngine.Api.Settings;

/// <summary>An amount of money that limits costs.</summary>
internal sealed class AmountAttribute : BodyRuleAttribute
{
    private const int Max = 1_000_000_000;

    public override IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || number is < 0 or > Max)
        {
            yield return new(pointer, "invalid", $"'{name}' must be an amount of at most {Max}, or 0 for no limit.");
        }
    }

    public override void Describe(OpenApiSchema schema) => (schema.Minimum, schema.Maximum) = ("0", Max.ToString(CultureInfo.InvariantCulture));
}
