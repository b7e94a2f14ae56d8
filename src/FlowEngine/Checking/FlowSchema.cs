using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking;

/// <summary>
/// The JSON Schema (2020-12) of a Drawflow document with nodes of some types, for editors of JSON. It is as lenient as the reader and the
/// binder, and says less than the checker: not where connections lead, nor what templates read.
/// </summary>
public static class FlowSchema
{
    public static JsonObject For(IEnumerable<NodeTypeInfo> types)
    {
        var all = types.OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var definitions = (JsonObject)JsonNode.Parse(FlowSchemaParts.Definitions(DrawflowLimits.Default))!;
        var node = (JsonObject)definitions["node"]!;
        node["properties"]!["name"] = NamesOf(all);
        node["allOf"] = new JsonArray([.. all.Select(ByType)]);
        foreach (var type in all)
        {
            definitions[$"{type.Name}.data"] = FlowSchemaParts.Data(type.Name);
            definitions[$"{type.Name}.configuration"] = Configuration(type);
        }

        var schema = (JsonObject)JsonNode.Parse(FlowSchemaParts.Document)!;
        schema["$defs"] = definitions;
        return schema;
    }

    /// <summary>VS Code shows the description beside each name.</summary>
    private static JsonObject NamesOf(List<NodeTypeInfo> types) => new()
    {
        ["description"] = "The node type.",
        ["enum"] = new JsonArray([.. types.Select(type => JsonValue.Create(type.Name))]),
        ["enumDescriptions"] = new JsonArray([.. types.Select(type => JsonValue.Create(type.Summary))]),
    };

    private static JsonObject ByType(NodeTypeInfo type) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["name"] = new JsonObject { ["const"] = type.Name } }, ["required"] = new JsonArray("name") },
        ["then"] = new JsonObject { ["properties"] = new JsonObject { ["data"] = new JsonObject { ["$ref"] = $"#/$defs/{type.Name}.data" } } },
    };

    private static JsonObject Configuration(NodeTypeInfo type)
    {
        var schema = ConfigurationSchema.Of(type);
        schema.Remove("$schema");
        AllowAbsence(schema);
        if (schema["required"] is not JsonArray { Count: > 0 })
        {
            // PHP writes an empty object as an empty list.
            schema["type"] = new JsonArray("object", "array");
            schema["maxItems"] = 0;
        }

        return schema;
    }

    /// <summary>An optional member may also be empty text, null or an empty list: that is how editors and PHP write an absent value.</summary>
    private static void AllowAbsence(JsonObject schema)
    {
        if (schema["items"] is JsonObject items)
        {
            AllowAbsence(items);
        }

        if (schema["properties"] is not JsonObject properties || schema.ContainsKey("format"))
        {
            return;
        }

        var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, member) in properties.ToList())
        {
            if (member is JsonObject rules)
            {
                AllowAbsence(rules);
                var own = (JsonObject)rules.DeepClone();
                if (required.Contains(name))
                {
                    own["not"] = Nothing();
                }

                properties[name] = required.Contains(name) ? own : OrNothing(own);
            }
        }
    }

    private static JsonObject OrNothing(JsonObject rules)
    {
        var outer = new JsonObject();
        foreach (var name in new[] { "description", "default" })
        {
            if (rules.Remove(name, out var said))
            {
                outer[name] = said;
            }
        }

        outer["anyOf"] = new JsonArray(rules, Nothing());
        return outer;
    }

    private static JsonObject Nothing() => new() { ["enum"] = new JsonArray("", null, new JsonArray()) };
}
