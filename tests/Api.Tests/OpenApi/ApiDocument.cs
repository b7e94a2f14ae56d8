using System.Text.Json.Nodes;

namespace FlowEngine.Api.Tests.OpenApi;

/// <summary>The OpenAPI document as a client reads it.</summary>
internal sealed class ApiDocument(JsonObject json)
{
    private static readonly string[] s_methods = ["get", "post", "put", "patch", "delete"];

    public JsonObject Json => json;

    public IReadOnlyList<Operation> Operations { get; } =
    [
        .. from path in json["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where s_methods.Contains(operation.Key)
           select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
    ];

    public IEnumerable<KeyValuePair<string, JsonNode?>> Schemas => json["components"]!["schemas"]!.AsObject();

    public static async Task<ApiDocument> GetAsync(HttpClient client) =>
        new(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!.AsObject());

    public JsonObject Resolve(JsonNode schema) => (string?)schema["$ref"] is { } reference
        ? reference.Split('/').Skip(1).Aggregate((JsonNode)json, (at, name) => at[name] ?? throw new InvalidOperationException($"no {reference}")).AsObject()
        : schema.AsObject();

    internal sealed record Operation(string Method, string Path, JsonObject Json)
    {
        public string? Id => (string?)Json["operationId"];

        public JsonObject Responses => Json["responses"]!.AsObject();

        public JsonObject? Body => Json["requestBody"] as JsonObject;

        public IEnumerable<JsonObject> Parameters(string place) =>
            (Json["parameters"] as JsonArray ?? []).Select(one => one!.AsObject()).Where(one => (string?)one["in"] == place);

        public override string ToString() => $"{Method} {Path}";
    }
}
