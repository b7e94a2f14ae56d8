using System.Globalization;
using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

internal sealed class NodeReader(DrawflowLimits limits, ProblemList problems, IncompleteNodes incomplete)
{
    private static readonly JsonElement _emptyObject = JsonElement.Parse("{}");

    /// <summary>Null where the entry is no node that could be referred to.</summary>
    public DrawflowNode? Read(NodeSource source)
    {
        if (!source.Element.IsObject())
        {
            problems.Add(DocumentProblemCode.UnreadableNode, source.Id, source.Pointer, "The node is not a JSON object.", "Remove it, or export the flow again.");
            return null;
        }

        if (!IsUsable(source))
        {
            return null;
        }

        var id = source.Id!;
        CheckInnerId(id, source);
        CheckMembers(id, source);
        var (configuration, pointer) = ReadConfiguration(id, source);
        var ports = new PortReader(problems);
        return new DrawflowNode
        {
            Id = id,
            Type = source.Element.Member("name").Text() ?? string.Empty,
            Label = source.Element.Member("data").Member("label").Text() ?? configuration.Member("label").Text(),
            Configuration = configuration,
            ConfigurationPointer = pointer,
            PosX = ReadNumber(source.Element.Member("pos_x")),
            PosY = ReadNumber(source.Element.Member("pos_y")),
            Inputs = ports.Read(id, source.Element, source.Pointer, output: false),
            Outputs = ports.Read(id, source.Element, source.Pointer, output: true),
            Pointer = source.Pointer,
            Element = source.Element,
        };
    }

    private bool IsUsable(NodeSource source)
    {
        if (string.IsNullOrWhiteSpace(source.Id))
        {
            problems.Add(DocumentProblemCode.UnusableId, nodeId: null, source.Pointer, "The node has no id.", "Give it an id of its own.");
            return false;
        }

        if (source.Id.Length > limits.MaxIdLength)
        {
            problems.Add(
                DocumentProblemCode.UnusableId,
                nodeId: null,
                source.Pointer,
                $"The id {Shown.Of(source.Id)} has more than {limits.MaxIdLength} characters.",
                "Give the node a shorter id.");
            return false;
        }

        if (!source.Id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
        {
            problems.Add(
                DocumentProblemCode.IdBreaksEditor,
                source.Id,
                source.Pointer,
                $"The editor fails to open connections of a node with the id {Shown.Of(source.Id)}.",
                "Use letters, digits, - and _ only.");
        }

        return true;
    }

    private void CheckInnerId(string id, NodeSource source)
    {
        var inner = source.Element.Member("id");
        if (inner.IsPresent() && !string.Equals(NodeIdText.Of(inner), id, StringComparison.Ordinal))
        {
            problems.Add(
                DocumentProblemCode.IdMismatch,
                id,
                JsonPointer.Append(source.Pointer, "id"),
                $"The node is stored as {Shown.Of(id)} but says {Shown.Of(inner.ToString())} of itself; the former counts.",
                "Repair the document: the inner id becomes the key.",
                [JsonPatchOperation.Replace(JsonPointer.Append(source.Pointer, "id"), NodeIdJson.Of(id))]);
        }
    }

    private void CheckMembers(string id, NodeSource source)
    {
        incomplete.Add(id, source);

        if (source.Element.Member("class").Text() is { } css && !string.Equals(css, CssClasses.Normalize(css), StringComparison.Ordinal))
        {
            problems.Add(
                DocumentProblemCode.ClassBreaksEditor,
                id,
                JsonPointer.Append(source.Pointer, "class"),
                "The editor fails to open a node whose classes are not parted by single spaces.",
                "Repair the document: the spaces are put right.",
                [JsonPatchOperation.Replace(JsonPointer.Append(source.Pointer, "class"), CssClasses.Normalize(css))]);
        }
    }

    private (JsonElement Configuration, string Pointer) ReadConfiguration(string id, NodeSource source)
    {
        var pointer = JsonPointer.Append(source.Pointer, "data");
        var data = AsObject(source.Element.Member("data"), id, pointer);
        return data.Member("config") is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } config
            ? (AsObject(config, id, JsonPointer.Append(pointer, "config")), JsonPointer.Append(pointer, "config"))
            : (data, pointer);
    }

    private JsonElement AsObject(JsonElement value, string id, string pointer)
    {
        if (value.IsObject())
        {
            return value;
        }

        if (value.IsArray())
        {
            problems.Add(
                DocumentProblemCode.DataIsArray,
                id,
                pointer,
                "The node's data is an array: what the editor enters into it is lost when it saves.",
                "Repair the document: an empty array becomes an object.");
        }
        else if (value.IsPresent())
        {
            problems.Add(DocumentProblemCode.DataNotObject, id, pointer, "The node's data is not a JSON object.", "Make it an object.");
        }

        return _emptyObject;
    }

    private static double? ReadNumber(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };
}
