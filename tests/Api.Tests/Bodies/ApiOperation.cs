using System.Text.Json.Nodes;

namespace FlowEngine.Api.Tests.Bodies;

/// <summary>An operation of the OpenAPI document.</summary>
/// <param name="Address">With examples in the place of its parameters.</param>
/// <param name="Query">Names of query parameters.</param>
public sealed record ApiOperation(string Method, string Path, string Address, IReadOnlyList<string> Query, IReadOnlyList<BodyMember> Members)
{
    private const int MaxDepth = 4;

    public bool HasBody => Members.Count > 0;

    public override string ToString() => $"{Method} {Path}";

    public static IReadOnlyList<ApiOperation> Read(JsonObject document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where operation.Key is "get" or "post" or "put" or "delete" or "patch"
           let method = operation.Key.ToUpperInvariant()
           // Chat first: what is set later may switch it off.
           orderby path.Key.Contains("/chat/", StringComparison.Ordinal) ? 0 : 1, path.Key, method
           select Read(document, path.Key, method, operation.Value!.AsObject()),
    ];

    private static ApiOperation Read(JsonObject document, string path, string method, JsonObject operation)
    {
        var parameters = (operation["parameters"] as JsonArray ?? []).Select(one => one!.AsObject()).ToList();
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        var members = new List<BodyMember>();
        if (schema is not null)
        {
            Collect(document, schema.AsObject(), [], members);
        }

        return new(
            method, path, Examples.Address(path),
            [.. parameters.Where(one => (string?)one["in"] == "query").Select(one => (string)one["name"]!)],
            members);
    }

    private static void Collect(JsonObject document, JsonObject schema, IReadOnlyList<string> path, List<BodyMember> members)
    {
        var resolved = Resolve(document, schema).ToList();
        if (path.Count > 0)
        {
            var types = resolved.Select(Types).ToList();
            members.Add(new(path, types.Exists(one => !one.Any()) ? new HashSet<string>() : types.SelectMany(one => one).ToHashSet(StringComparer.Ordinal)));
        }

        if (path.Count >= MaxDepth)
        {
            return;
        }

        foreach (var one in resolved)
        {
            foreach (var property in one["properties"] as JsonObject ?? [])
            {
                Collect(document, property.Value!.AsObject(), [.. path, property.Key], members);
            }

            if (one["additionalProperties"] is JsonObject any)
            {
                Collect(document, any, [.. path, "*"], members);
            }

            if (one["items"] is JsonObject item)
            {
                Collect(document, item, [.. path, "0"], members);
            }
        }
    }

    /// <summary>The schema with what it refers to and the alternatives it has.</summary>
    private static IEnumerable<JsonObject> Resolve(JsonObject document, JsonObject schema)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            var target = reference.Split('/').Skip(1).Aggregate((JsonNode)document, (at, name) => at[name]!);
            return Resolve(document, target.AsObject());
        }

        return (schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"]) is JsonArray several
            ? several.SelectMany(one => Resolve(document, one!.AsObject()))
            : [schema];
    }

    private static IEnumerable<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => (string)type!),
        JsonValue type => [(string)type!],
        _ => [],
    };
}
