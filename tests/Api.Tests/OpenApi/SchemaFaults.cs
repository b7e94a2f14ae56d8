using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowEngine.Api.Tests.OpenApi;

/// <summary>Holds an answer against its schema: what it has must be in the schema, and what the schema demands in it.</summary>
internal sealed class SchemaFaults(ApiDocument document)
{
    public IReadOnlyList<string> Of(JsonNode? value, JsonNode schema)
    {
        List<string> faults = [];
        Check(value, document.Resolve(schema), "", faults);
        return faults;
    }

    private void Check(JsonNode? value, JsonObject schema, string at, List<string> faults)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray several)
        {
            if (!several.Any(one => Of(value, one!).Count == 0))
            {
                faults.Add($"{at}: fits none of {several.Count}");
            }

            return;
        }

        var types = schema["type"] switch
        {
            JsonArray list => list.Select(type => (string)type!).ToList(),
            JsonValue one => [(string)one!],
            _ => [],
        };
        var type = TypeOf(value);
        if (types.Count > 0 && !types.Contains(type) && !(type == "integer" && types.Contains("number")))
        {
            faults.Add($"{at}: {type} instead of {string.Join('|', types)}");
            return;
        }

        if (schema["enum"] is JsonArray names && !names.Any(name => JsonNode.DeepEquals(name, value)))
        {
            faults.Add($"{at}: {value} is none of {names.ToJsonString()}");
        }

        switch (value)
        {
            case JsonObject members:
                Members(members, schema, at, faults);
                break;
            case JsonArray items when schema["items"] is { } item:
                foreach (var (index, one) in items.Index())
                {
                    Check(one, document.Resolve(item), $"{at}/{index}", faults);
                }

                break;
        }
    }

    private void Members(JsonObject members, JsonObject schema, string at, List<string> faults)
    {
        var known = schema["properties"] as JsonObject ?? [];
        faults.AddRange((schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name)).Select(name => $"{at}/{name} is missing"));
        foreach (var (name, value) in members)
        {
            if (known[name] is { } of)
            {
                Check(value, document.Resolve(of), $"{at}/{name}", faults);
            }
            else if (schema["additionalProperties"] is JsonObject any)
            {
                Check(value, document.Resolve(any), $"{at}/{name}", faults);
            }
            else if (known.Count > 0)
            {
                faults.Add($"{at}/{name} is not in the document");
            }
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
    };
}
