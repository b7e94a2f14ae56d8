using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace FlowEngine.NodeTypes;

/// <summary>
/// The JSON Schema (2020-12) of a node's <c>data</c>, from the record that it is bound to; for the designer's form and the reference.
/// What the editor writes as text is allowed as text. Unknown members are allowed too: the checker warns of them.
/// </summary>
public static class ConfigurationSchema
{
    private static readonly JsonSerializerOptions s_options = new(LenientJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DropComputed } },
    };

    private static readonly JsonSchemaExporterOptions s_exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    /// <summary>The node type's own members, then what every node may carry.</summary>
    public static JsonObject Of(NodeTypeInfo type)
    {
        var schema = Export(type.ConfigurationType);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", type.Name);
        schema.Insert(2, "description", type.Summary);
        schema["type"] = "object";
        if (schema["properties"] is not JsonObject properties)
        {
            schema["properties"] = properties = [];
        }

        foreach (var (name, member) in (JsonObject)Export(typeof(NodeSettings))["properties"]!)
        {
            properties.TryAdd(name, member?.DeepClone());
        }

        return schema;
    }

    private static JsonObject Export(Type type) => (JsonObject)s_options.GetJsonSchemaAsNode(type, s_exporting);

    /// <summary>What a record works out itself, such as its ports, is not configured.</summary>
    private static void DropComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].Set is null)
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    private static JsonObject Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var rules = ConvertedTypeSchemas.Of(type) ?? schema as JsonObject ?? [];
        CompleteItems(rules, type);
        if (context.PropertyInfo?.AttributeProvider is MemberInfo member)
        {
            Describe(rules, member);
        }

        return rules;
    }

    /// <summary>The exporter leaves out items of which it says nothing by itself.</summary>
    private static void CompleteItems(JsonObject rules, Type type)
    {
        var (member, item) = !type.IsGenericType ? ("", null)
            : type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? ("items", type.GetGenericArguments()[0])
            : type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? ("additionalProperties", type.GetGenericArguments()[1])
            : ("", null);
        if (item is not null && !rules.ContainsKey(member) && ConvertedTypeSchemas.Of(item) is { } described)
        {
            rules[member] = described;
        }
    }

    private static void Describe(JsonObject rules, MemberInfo member)
    {
        if (member.GetCustomAttribute<DescriptionAttribute>() is { } description)
        {
            rules["description"] = description.Description;
        }

        if (member.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            rules["minimum"] = Number(range.Minimum);
            rules["maximum"] = Number(range.Maximum);
        }

        if (DefaultOf(member) is { } value)
        {
            rules["default"] = value;
        }
    }

    private static JsonValue Number(object bound) => JsonValue.Create(Convert.ToDecimal(bound, CultureInfo.InvariantCulture));

    /// <summary>What the record says where the member is absent; null where that is nothing, or no single value.</summary>
    private static JsonNode? DefaultOf(MemberInfo member)
    {
        if (member is not PropertyInfo { DeclaringType: { } owner } property || owner.GetConstructor(Type.EmptyTypes) is null)
        {
            return null;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isSingle = type.IsEnum || type == typeof(bool) || type == typeof(string) || type.IsPrimitive || type == typeof(decimal);
        return isSingle && property.GetValue(Activator.CreateInstance(owner)) is { } value
            ? JsonSerializer.SerializeToNode(value, value.GetType(), s_options)
            : null;
    }
}
