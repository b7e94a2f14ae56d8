using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>As much of JSON Schema as our schemas use.</summary>
internal static class SchemaCheck
{
    /// <summary>Where the instance does not follow the schema.</summary>
    public static IEnumerable<string> Faults(JsonNode schema, JsonElement json, string pointer = "")
    {
        if (schema is not JsonObject rules)
        {
            return schema.GetValue<bool>() ? [] : [$"{pointer}: nothing is allowed here"];
        }

        return TypeFaults(rules, json, pointer)
            .Concat(RangeFaults(rules, json, pointer))
            .Concat(MemberFaults(rules, json, pointer))
            .Concat(AlternativeFaults(rules, json, pointer))
            .Concat(SizeFaults(rules, json, pointer))
            .Concat(ReferredFaults(rules, json, pointer));
    }

    private static IEnumerable<string> SizeFaults(JsonObject rules, JsonElement json, string pointer)
    {
        if (json.ValueKind == JsonValueKind.String && json.GetString() is { } text)
        {
            if ((int?)rules["maxLength"] < text.Length || (int?)rules["minLength"] > text.Length)
            {
                yield return $"{pointer}: {text.Length} characters";
            }

            if ((string?)rules["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking))
            {
                yield return $"{pointer}: '{text}' is not {pattern}";
            }
        }

        var isTooMany = json.ValueKind switch
        {
            JsonValueKind.Array => (int?)rules["maxItems"] < json.GetArrayLength(),
            JsonValueKind.Object => (int?)rules["maxProperties"] < json.GetPropertyCount() || (int?)rules["minProperties"] > json.GetPropertyCount(),
            _ => false,
        };
        if (isTooMany)
        {
            yield return $"{pointer}: too many or too few";
        }
    }

    /// <summary>What is said elsewhere, and under conditions.</summary>
    private static IEnumerable<string> ReferredFaults(JsonObject rules, JsonElement json, string pointer)
    {
        if ((string?)rules["$ref"] is { } reference)
        {
            var target = reference.Split('/').Skip(1).Aggregate(rules.Root, (node, name) => node[name]!);
            foreach (var fault in Faults(target, json, pointer))
            {
                yield return fault;
            }
        }

        if (rules["not"] is { } forbidden && !Faults(forbidden, json, pointer).Any())
        {
            yield return $"{pointer}: {json.GetRawText()} is what it must not be";
        }

        foreach (var fault in (rules["allOf"] as JsonArray ?? []).SelectMany(item => Faults(item!, json, pointer)))
        {
            yield return fault;
        }

        if (rules["if"] is { } condition && rules[Faults(condition, json, pointer).Any() ? "else" : "then"] is { } branch)
        {
            foreach (var fault in Faults(branch, json, pointer))
            {
                yield return fault;
            }
        }
    }

    /// <summary>Pointers of schemas that say nothing of their values.</summary>
    public static IEnumerable<string> Undescribed(JsonNode schema, string pointer)
    {
        if (schema is not JsonObject rules || rules.Count == 0)
        {
            return [$"{pointer} is not described"];
        }

        var members = rules["properties"] is JsonObject properties
            ? properties.SelectMany(pair => Undescribed(pair.Value!, $"{pointer}/{pair.Key}"))
            : [];
        return rules["items"] is { } items ? members.Concat(Undescribed(items, $"{pointer}/items")) : members;
    }

    private static IEnumerable<string> TypeFaults(JsonObject rules, JsonElement json, string pointer)
    {
        var types = rules["type"] switch
        {
            JsonArray list => list.Select(item => (string)item!).ToList(),
            JsonNode one => [(string)one!],
            _ => null,
        };
        var isInteger = json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _);
        if (types is not null && !types.Contains(NameOf(json)) && !(isInteger && types.Contains("integer")))
        {
            yield return $"{pointer}: {json.ValueKind} is not {string.Join(" or ", types)}";
        }

        if (rules["const"] is { } only && only.ToJsonString() != json.GetRawText())
        {
            yield return $"{pointer}: {json.GetRawText()} is not {only.ToJsonString()}";
        }

        if (rules["enum"] is JsonArray allowed && !allowed.Any(item => (item?.ToJsonString() ?? "null") == json.GetRawText()))
        {
            yield return $"{pointer}: {json.GetRawText()} is not one of {allowed.ToJsonString()}";
        }
    }

    private static IEnumerable<string> RangeFaults(JsonObject rules, JsonElement json, string pointer)
    {
        if (json.ValueKind != JsonValueKind.Number)
        {
            yield break;
        }

        if (rules["minimum"] is { } minimum && json.GetDecimal() < minimum.GetValue<decimal>())
        {
            yield return $"{pointer}: below {minimum}";
        }

        if (rules["maximum"] is { } maximum && json.GetDecimal() > maximum.GetValue<decimal>())
        {
            yield return $"{pointer}: above {maximum}";
        }
    }

    private static IEnumerable<string> MemberFaults(JsonObject rules, JsonElement json, string pointer)
    {
        if (json.ValueKind == JsonValueKind.Array && rules["items"] is { } items)
        {
            return json.EnumerateArray().SelectMany((item, index) => Faults(items, item, $"{pointer}/{index}"));
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var missing = (rules["required"] as JsonArray ?? [])
            .Where(name => !json.TryGetProperty((string)name!, out _))
            .Select(name => $"{pointer}: '{name}' is missing");
        var properties = rules["properties"] as JsonObject ?? [];
        var additional = rules["additionalProperties"];
        var names = rules["propertyNames"] is { } nameRules
            ? json.EnumerateObject().SelectMany(member => Faults(nameRules, JsonSerializer.SerializeToElement(member.Name), $"{pointer}/{member.Name}"))
            : [];
        return missing.Concat(names).Concat(json.EnumerateObject().SelectMany(member =>
            (properties[member.Name] ?? additional) is { } schema ? Faults(schema, member.Value, $"{pointer}/{member.Name}") : []));
    }

    private static IEnumerable<string> AlternativeFaults(JsonObject rules, JsonElement json, string pointer)
    {
        if (rules["anyOf"] is JsonArray alternatives && !alternatives.Any(item => !Faults(item!, json, pointer).Any()))
        {
            yield return $"{pointer}: fits none of {alternatives.Count} alternatives";
        }
    }

    private static string NameOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
