using System.Text.Json.Nodes;

namespace FlowEngine.Api.Tests.Bodies;

/// <summary>A member of a body, as the OpenAPI document has it.</summary>
/// <param name="Path">Its names from the body down; <c>*</c> for any name, <c>0</c> for an item of a list.</param>
/// <param name="Types">JSON types that it may have; none where it may be anything.</param>
public sealed record BodyMember(IReadOnlyList<string> Path, IReadOnlySet<string> Types)
{
    public string Pointer => string.Concat(Path.Select(name => $"/{(name == "*" ? "en" : name)}"));

    public bool IsText => Types.Contains("string") && !Types.Contains("number") && !Types.Contains("integer");

    /// <summary>The body with this value there and nothing else, or with what the example has beside it.</summary>
    public JsonObject With(JsonNode? value, JsonObject? example = null)
    {
        var body = example?.DeepClone().AsObject() ?? [];
        JsonNode at = body;
        for (var i = 0; i < Path.Count; i++)
        {
            var isLast = i == Path.Count - 1;
            var isList = !isLast && Path[i + 1] == "0";
            if (at is JsonArray list)
            {
                list.Clear();
                list.Add(isLast ? value?.DeepClone() : isList ? new JsonArray() : new JsonObject());
                at = list[0]!;
            }
            else
            {
                var name = Path[i] == "*" ? "en" : Path[i];
                var there = at[name];
                at[name] = isLast ? value?.DeepClone() : isList ? new JsonArray() : there as JsonObject is { } kept ? kept.DeepClone() : new JsonObject();
                at = at[name]!;
            }
        }

        return body;
    }
}
