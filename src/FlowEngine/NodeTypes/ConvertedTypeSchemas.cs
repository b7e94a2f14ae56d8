using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.NodeTypes;

/// <summary>Schemas of the types that have a converter, of which the exporter says nothing by itself. <c>format</c> tells a form what to show.</summary>
internal static class ConvertedTypeSchemas
{
    private const string TextOrNumber = """ "type": ["string", "number", "boolean"] """;
    private const string Words = """ { "anyOf": [ { "type": "string" }, { "type": "array", "items": { "type": ["string", "number", "boolean"] } } ] } """;

    /// <summary>A schema of its own each time; null for types that the exporter describes.</summary>
    public static JsonObject? Of(Type type) => TextOf(type) is { } text ? (JsonObject)JsonNode.Parse(text)! : null;

    private static string? TextOf(Type type) =>
        type == typeof(bool) ? """{ "type": ["boolean", "string", "integer"], "enum": [true, false, "true", "false", "on", "off", "yes", "no", "1", "0", "", 1, 0] }"""
        : type == typeof(string) ? """{ "type": ["string", "number"] }"""
        : type == typeof(Regex) ? """{ "type": "string", "format": "regex" }"""
        : type == typeof(Template) ? $$"""{ {{TextOrNumber}}, "format": "template" }"""
        : type == typeof(LocalizedTemplate) ? Localized
        : type == typeof(ValueTemplate) ? """{ "type": ["null", "string", "number", "boolean", "array", "object"], "format": "value_template" }"""
        : type == typeof(Value) ? """{ "type": ["null", "string", "number", "boolean", "array", "object"], "format": "value" }"""
        : type == typeof(KeywordMatcher) ? Keywords
        : type == typeof(Condition) ? ConditionText
        : type == typeof(Choice) ? ChoiceText
        : null;

    private static string Localized =>
        $$"""
        {
          "anyOf": [
            { {{TextOrNumber}}, "format": "template" },
            { "type": "object", "minProperties": 1, "additionalProperties": { {{TextOrNumber}}, "format": "template" } }
          ],
          "format": "localized_template"
        }
        """;

    private static string Keywords =>
        $$"""
        {
          "anyOf": [
            { "type": "string" },
            { "type": "array", "items": { {{TextOrNumber}} } },
            { "type": "object", "minProperties": 1, "additionalProperties": {{Words}} }
          ],
          "format": "keywords"
        }
        """;

    private static string ChoiceText =>
        $$"""
        {
          "anyOf": [
            { {{TextOrNumber}}, "format": "template" },
            { "type": "object", "required": ["value"], "properties": { "value": { {{TextOrNumber}} }, "label": {{Localized}} } },
            { "type": "object", "required": ["label"], "properties": { "label": {{Localized}} } },
            { "type": "object", "minProperties": 1, "additionalProperties": { {{TextOrNumber}}, "format": "template" } }
          ],
          "format": "choice"
        }
        """;

    private static string ConditionText =>
        $$"""
        {
          "type": ["object", "array"],
          "format": "condition",
          "properties": {
            "all": { "type": "array", "minItems": 1, "items": { "type": ["object", "array"], "format": "condition" } },
            "any": { "type": "array", "minItems": 1, "items": { "type": ["object", "array"], "format": "condition" } },
            "left": { "type": "string", "format": "variable" },
            "op": { "type": "string", "enum": ["{{ConditionOperators.Names.Replace(", ", "\", \"", StringComparison.Ordinal)}}"] },
            "right": { "type": ["null", "string", "number", "boolean", "array", "object"], "format": "value_template" },
            "condition_type": {
              "type": "string",
              "deprecated": true,
              "enum": ["contains", "equals", "starts_with", "ends_with", "regex", "context_has", "context_equals", "contains_keywords"]
            },
            "value": { "type": ["null", "string", "number", "boolean", "array", "object"], "deprecated": true },
            "context_value": { "type": ["null", "string", "number", "boolean"], "deprecated": true },
            "keywords": { "type": ["string", "array", "object"], "deprecated": true }
          }
        }
        """;
}
