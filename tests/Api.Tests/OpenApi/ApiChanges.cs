using System.Text.Json.Nodes;

namespace FlowEngine.Api.Tests.OpenApi;

/// <summary>What breaks clients of an earlier document: each is named. What is new and may be left out breaks nobody.</summary>
internal sealed class ApiChanges(ApiDocument before, ApiDocument after)
{
    private readonly List<string> _breaks = [];
    private readonly HashSet<(string, bool)> _seen = [];

    public static IReadOnlyList<string> Breaking(ApiDocument before, ApiDocument after) => new ApiChanges(before, after).Find();

    private List<string> Find()
    {
        foreach (var old in before.Operations)
        {
            if (after.Operations.FirstOrDefault(one => one.ToString() == old.ToString()) is not { } now)
            {
                _breaks.Add($"{old} is gone");
                continue;
            }

            if (old.Id != now.Id)
            {
                _breaks.Add($"{old}: its id was {old.Id} and is {now.Id}");
            }

            Parameters(old, now);
            Bodies(old, now);
            Answers(old, now);
        }

        return _breaks;
    }

    private void Parameters(ApiDocument.Operation old, ApiDocument.Operation now)
    {
        foreach (var place in new[] { "path", "query", "header" })
        {
            var there = now.Parameters(place).ToDictionary(one => (string)one["name"]!, StringComparer.Ordinal);
            var was = old.Parameters(place).ToDictionary(one => (string)one["name"]!, StringComparer.Ordinal);
            _breaks.AddRange(was.Keys.Where(name => !there.ContainsKey(name)).Select(name => $"{old}: its {place} parameter {name} is gone"));
            foreach (var (name, parameter) in there)
            {
                var isNew = !was.TryGetValue(name, out var before);
                if ((bool?)parameter["required"] == true && (isNew || (bool?)before!["required"] != true))
                {
                    _breaks.Add($"{old}: its {place} parameter {name} is needed now");
                }

                if (!isNew && parameter["schema"] is { } schema)
                {
                    Schema(before!["schema"]!, schema, $"{old} {name}", isSent: true);
                }
            }
        }
    }

    private void Bodies(ApiDocument.Operation old, ApiDocument.Operation now)
    {
        if (old.Body is null && now.Body is not null)
        {
            _breaks.Add($"{old}: a body is needed now");
        }

        foreach (var (type, media) in old.Body?["content"] as JsonObject ?? [])
        {
            if (now.Body?["content"]?[type] is { } there)
            {
                Schema(media!["schema"]!, there["schema"]!, $"{old} body", isSent: true);
            }
            else
            {
                _breaks.Add($"{old}: {type} is not taken any more");
            }
        }
    }

    private void Answers(ApiDocument.Operation old, ApiDocument.Operation now)
    {
        foreach (var (status, answer) in old.Responses)
        {
            if (now.Responses[status] is not { } there)
            {
                _breaks.Add($"{old}: {status} is gone");
                continue;
            }

            foreach (var header in (answer!["headers"] as JsonObject ?? []).Select(header => header.Key).Where(name => there["headers"]?[name] is null))
            {
                _breaks.Add($"{old}: {status} has no header {header} any more");
            }

            foreach (var (type, media) in answer["content"] as JsonObject ?? [])
            {
                if (there["content"]?[type] is { } content)
                {
                    Schema(media!["schema"]!, content["schema"]!, $"{old} {status}", isSent: false);
                }
                else
                {
                    _breaks.Add($"{old}: {status} is not {type} any more");
                }
            }
        }
    }

    private void Schema(JsonNode before1, JsonNode after1, string at, bool isSent)
    {
        if ((string?)before1["$ref"] is { } reference && !_seen.Add((reference, isSent)))
        {
            return;
        }

        var (old, now) = (before.Resolve(before1), after.Resolve(after1));
        var (was, types) = (Types(old), Types(now));
        if (was.Count > 0 && types.Count > 0)
        {
            foreach (var type in isSent ? was.Except(types) : types.Except(was))
            {
                _breaks.Add(isSent ? $"{at} is not taken as {type} any more" : $"{at} may be {type} now");
            }
        }

        Names(old, now, at, isSent);
        var (properties, there) = (old["properties"] as JsonObject ?? [], now["properties"] as JsonObject ?? []);
        foreach (var (name, schema) in properties)
        {
            if (there[name] is { } member)
            {
                Schema(schema!, member, $"{at} {name}", isSent);
            }
            else
            {
                _breaks.Add($"{at} {name} is gone");
            }
        }

        var (needed, neededNow) = (Required(old), Required(now));
        _breaks.AddRange(isSent
            ? neededNow.Except(needed).Select(name => $"{at} {name} is needed now")
            : needed.Except(neededNow).Where(name => there[name] is not null).Select(name => $"{at} {name} may be absent now"));
        foreach (var part in new[] { "items", "additionalProperties" })
        {
            if (old[part] is JsonObject item && now[part] is JsonObject itemNow)
            {
                Schema(item, itemNow, $"{at} {part}", isSent);
            }
        }
    }

    /// <summary>A name that is taken no more, or that an answer may have and clients do not know.</summary>
    private void Names(JsonObject old, JsonObject now, string at, bool isSent)
    {
        if (now["enum"] is JsonArray names && old["enum"] is JsonArray known)
        {
            var (a, b) = (known.Select(name => (string?)name).ToList(), names.Select(name => (string?)name).ToList());
            _breaks.AddRange((isSent ? a.Except(b) : b.Except(a)).Select(name => isSent ? $"{at} does not take {name} any more" : $"{at} may be {name} now"));
        }
    }

    private static List<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => (string)type!)],
        JsonValue one => [(string)one!],
        _ => [],
    };

    private static IEnumerable<string> Required(JsonObject schema) => (schema["required"] as JsonArray ?? []).Select(name => (string)name!);
}
