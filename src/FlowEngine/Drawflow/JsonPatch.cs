using System.Globalization;
using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow;

/// <summary>Applies JSON Patches (RFC 6902).</summary>
public static class JsonPatch
{
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">A path leads nowhere.</exception>
    public static JsonNode Apply(JsonNode document, IEnumerable<JsonPatchOperation> operations)
    {
        var root = document.DeepClone();
        foreach (var operation in operations)
        {
            Apply(root, operation);
        }

        return root;
    }

    private static void Apply(JsonNode root, JsonPatchOperation operation)
    {
        switch (operation.Op)
        {
            case "add":
                Add(root, operation.Path, ValueOf(operation));
                break;
            case "replace":
                Remove(root, operation.Path, into: ValueOf(operation));
                break;
            case "remove":
                Remove(root, operation.Path, into: null);
                break;
            case "move":
                Add(root, operation.Path, Remove(root, operation.From!, into: null));
                break;
            default:
                throw new InvalidOperationException($"The operation '{operation.Op}' is not supported.");
        }
    }

    private static JsonNode? ValueOf(JsonPatchOperation operation) => JsonNode.Parse(operation.Value!.Value.GetRawText());

    private static void Add(JsonNode root, string path, JsonNode? value)
    {
        var (parent, name) = Parent(root, path);
        if (parent is JsonArray list)
        {
            list.Insert(name == "-" ? list.Count : Index(name), value);
        }
        else
        {
            parent.AsObject()[name] = value;
        }
    }

    /// <param name="into">Takes the place of the value; null: nothing does.</param>
    /// <returns>The value that stood there.</returns>
    private static JsonNode? Remove(JsonNode root, string path, JsonNode? into)
    {
        var (parent, name) = Parent(root, path);
        var before = Child(parent, name, path)?.DeepClone();
        switch (parent)
        {
            case JsonArray list when into is null:
                list.RemoveAt(Index(name));
                break;
            case JsonArray list:
                list[Index(name)] = into;
                break;
            case JsonObject map when into is null:
                map.Remove(name);
                break;
            default:
                parent.AsObject()[name] = into;
                break;
        }

        return before;
    }

    private static (JsonNode Parent, string Name) Parent(JsonNode root, string path)
    {
        var names = path.Split('/')[1..].Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        var at = root;
        foreach (var name in names.SkipLast(1))
        {
            at = Child(at, name, path) ?? throw Nowhere(path);
        }

        return (at, names[^1]);
    }

    private static JsonNode? Child(JsonNode parent, string name, string path) => parent switch
    {
        JsonArray list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
        JsonObject map when map.TryGetPropertyValue(name, out var child) => child,
        _ => throw Nowhere(path),
    };

    private static int Index(string name) => int.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture);

    private static InvalidOperationException Nowhere(string path) => new($"The path {path} leads nowhere.");
}
