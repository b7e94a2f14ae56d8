using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowEngine.Nodes.Tests.Reference;

/// <summary>What a schema allows, in words.</summary>
internal static class SchemaWords
{
    public static string Of(JsonObject rules) =>
        Kind(rules) + Bounds(rules) + (rules["deprecated"] is null ? "" : " (legacy)");

    private static string Kind(JsonObject rules)
    {
        if ((string?)rules["format"] is { } format)
        {
            return OfFormat(format);
        }

        if (rules["enum"] is JsonArray values)
        {
            return values.Any(value => value?.GetValueKind() == JsonValueKind.True)
                ? "true or false"
                : string.Join(", ", values.OfType<JsonValue>().Select(value => $"`{value}`"));
        }

        return Types(rules) switch
        {
            ["array"] => $"list of: {(rules["items"] is JsonObject item ? Of(item) : "value")}",
            ["object"] when rules["additionalProperties"] is JsonObject value => $"by name: {Of(value)}",
            ["object"] => "object",
            ["string"] => "text",
            ["string", "number"] when rules["pattern"] is null && rules["minimum"] is null => "text",
            ["string", "number"] or ["number"] => "number",
            ["string", "integer"] or ["integer"] => "whole number",
            _ => "value",
        };
    }

    private static string OfFormat(string format) => format switch
    {
        "template" => "template",
        "localized_template" => "template, or one by language",
        "value_template" => "value, or a template",
        "value" => "value",
        "keywords" => "keywords",
        "condition" => "condition",
        "regex" => "pattern",
        _ => format.Replace('_', ' '),
    };

    private static string Bounds(JsonObject rules) =>
        rules["minimum"] is { } least && rules["maximum"] is { } greatest ? $", {least} to {greatest}" : "";

    private static string[] Types(JsonObject rules) => rules["type"] switch
    {
        JsonArray several => [.. several.Select(type => (string)type!).Where(type => type != "null")],
        JsonValue one => [(string)one!],
        _ => [],
    };
}
