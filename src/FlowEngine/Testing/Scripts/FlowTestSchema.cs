using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Testing.Scripts;

/// <summary>The JSON Schema (2020-12) of a script, from the records that it is bound to.</summary>
public static class FlowTestSchema
{
    private const string Texts = """{ "anyOf": [ { "type": "string" }, { "type": "array", "items": { "type": "string" } } ] }""";

    private static readonly JsonSerializerOptions s_options = new(LenientJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
    private static readonly JsonSchemaExporterOptions s_exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    private static readonly JsonSerializerOptions s_writing = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indented, with marks as people write them: for files, not for pages.</summary>
    public static string Text() => Make().ToJsonString(s_writing);

    public static JsonObject Make()
    {
        var schema = (JsonObject)s_options.GetJsonSchemaAsNode(typeof(FlowTest), s_exporting);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "FlowEngine conversation test");
        ((JsonObject)schema["properties"]!).Insert(0, "$schema", new JsonObject { ["type"] = "string" });
        return schema;
    }

    private static JsonObject Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var rules = Converted(type) is { } text ? (JsonObject)JsonNode.Parse(text)! : schema as JsonObject ?? [];
        if (rules.ContainsKey("properties"))
        {
            rules["additionalProperties"] = false;
        }

        // An absent member is left out, so none is null but a variable's value.
        if (rules["type"] is JsonArray { Count: 2 } types && types[1]?.GetValue<string>() == "null")
        {
            rules["type"] = types[0]!.DeepClone();
        }

        if (context.PropertyInfo?.AttributeProvider is MemberInfo member && member.GetCustomAttribute<DescriptionAttribute>() is { } description)
        {
            rules["description"] = description.Description;
        }

        return rules;
    }

    private static string? Converted(Type type) =>
        type == typeof(string) ? """{ "type": "string" }"""
        : type == typeof(bool) ? """{ "type": "boolean" }"""
        : type == typeof(int) ? """{ "type": "integer" }"""
        : type == typeof(TextList) ? Texts
        : type == typeof(TimeText) ? """{ "type": "string", "pattern": "^[0-9]+[smhd]$" }"""
        : type == typeof(Regex) ? """{ "type": "string", "format": "regex" }"""
        : type == typeof(Value) ? "{}"
        : type == typeof(ValueExpectation) ? Expectation
        : null;

    private static string Expectation =>
        """
        {
          "anyOf": [
            { "type": ["null", "string", "number", "boolean", "array"] },
            {
              "type": "object",
              "minProperties": 1,
              "additionalProperties": false,
              "properties": {
                "equals": {},
                "contains": { "type": "string" },
                "matches": { "type": "string", "format": "regex" },
                "is_set": { "type": "boolean" },
                "absent": { "type": "boolean" }
              }
            }
          ]
        }
        """;
}
