using System.Text.Json;
using FlowEngine.Chat.Refusals;
using Microsoft.OpenApi;

namespace FlowEngine.Api.Bodies;

/// <summary>An object whose members are read later.</summary>
internal sealed class ObjectRuleAttribute : BodyRuleAttribute
{
    public override IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield return new(pointer, "wrong_type", $"'{name}' must be an object.");
        }
    }

    public override void Describe(OpenApiSchema schema) => schema.Type = JsonSchemaType.Object | JsonSchemaType.Null;
}
