using System.Text.Json.Nodes;

namespace FlowEngine.Nodes.Tests.Reference;

/// <summary>The rows of a node type's configuration, from its JSON Schema: members of objects and of lists of objects get rows of their own.</summary>
internal static class ConfigurationTable
{
    public static IEnumerable<string> Rows(JsonObject schema, Func<string, bool> isSkipped) => Rows(schema, "", isSkipped);

    private static IEnumerable<string> Rows(JsonObject schema, string path, Func<string, bool> isSkipped)
    {
        var required = schema["required"] is JsonArray names ? names.Select(name => (string)name!).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var (name, member) in schema["properties"] as JsonObject ?? [])
        {
            if (isSkipped(name) || member is not JsonObject rules)
            {
                continue;
            }

            var place = path + name;
            yield return $"| `{place}` | {SchemaWords.Of(rules)} | {DefaultOf(rules, required.Contains(name))} | {(string?)rules["description"]} |";
            var inner = InnerObject(rules);
            foreach (var row in inner.Schema is null ? [] : Rows(inner.Schema, place + inner.Suffix, _ => false))
            {
                yield return row;
            }
        }
    }

    private static string DefaultOf(JsonObject rules, bool isRequired) =>
        isRequired ? "required"
        : rules["default"] is { } value ? $"`{value.ToJsonString()}`"
        : "";

    private static (JsonObject? Schema, string Suffix) InnerObject(JsonObject rules)
    {
        if (rules["format"] is not null)
        {
            return (null, "");
        }

        if (rules["properties"] is JsonObject)
        {
            return (rules, ".");
        }

        return rules["items"] is JsonObject item && item["format"] is null && item["properties"] is JsonObject
            ? (item, "[].")
            : (null, "");
    }
}
