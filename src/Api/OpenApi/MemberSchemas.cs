using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FlowEngine.Api.Bodies;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowEngine.Api.OpenApi;

/// <summary>What the members of records and query parameters are beyond their types: names of values, bounds, which are needed.</summary>
internal sealed class MemberSchemas : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is { } member)
        {
            await DescribeAsync(schema, member, context, cancellationToken);
        }
        else if (context.ParameterDescription?.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: { } parameter })
        {
            Values(schema, parameter.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: true).OfType<AllowedValuesAttribute>().FirstOrDefault());
        }

        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && schema.Properties is { Count: > 0 } properties)
        {
            schema.Required = context.JsonTypeInfo.Properties.Where(IsAlways).Select(property => property.Name).Where(properties.ContainsKey).ToHashSet(StringComparer.Ordinal);
        }
    }

    private static async Task DescribeAsync(
        OpenApiSchema schema, JsonPropertyInfo member, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        Values(schema, Attribute<AllowedValuesAttribute>(member));
        Attribute<BodyRuleAttribute>(member)?.Describe(schema);
        if (Attribute<AnyObjectAttribute>(member) is not null)
        {
            schema.Type = JsonSchemaType.Object;
            schema.AdditionalPropertiesAllowed = true;
        }
        else if (Attribute<SchemaOfAttribute>(member) is { } other)
        {
            var of = await context.GetOrCreateSchemaAsync(other.Type, null, cancellationToken);
            (schema.Type, schema.Properties, schema.Required) = (of.Type, of.Properties, of.Required);
        }
    }

    private static void Values(OpenApiSchema schema, AllowedValuesAttribute? allowed)
    {
        if (allowed is not null)
        {
            schema.Enum = [.. allowed.Values.OfType<string>().Select(value => (JsonNode)JsonValue.Create(value))];
        }
    }

    /// <summary>Answers have a member always where it cannot be null, or is written although it is.</summary>
    private static bool IsAlways(JsonPropertyInfo property) =>
        !property.IsGetNullable || Attribute<JsonIgnoreAttribute>(property) is { Condition: JsonIgnoreCondition.Never };

    private static T? Attribute<T>(JsonPropertyInfo property)
        where T : Attribute => property.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true).FirstOrDefault() as T;
}
