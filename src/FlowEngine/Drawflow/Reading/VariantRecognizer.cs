using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

internal static class VariantRecognizer
{
    private const string Legacy = "legacy flow_data";

    public static Recognition Recognize(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.String => OfText(root.GetString()!, DrawflowVariant.DocumentInString),
        JsonValueKind.Array when Shapes.IsNodeList(root) => NodeList(root, string.Empty),
        _ when Shapes.IsEmpty(root) => Recognition.Refused(DrawflowVariant.Empty, looksLike: null),
        JsonValueKind.Object => OfObject(root),
        JsonValueKind.Array => Recognition.Refused(DrawflowVariant.NotDrawflow, "a JSON array without nodes"),
        _ => Recognition.Refused(DrawflowVariant.NotDrawflow, "a single JSON value"),
    };

    private static Recognition OfText(string text, DrawflowVariant variant) =>
        string.IsNullOrWhiteSpace(text)
            ? Recognition.Refused(DrawflowVariant.Empty, looksLike: null)
            : new Recognition(variant, [], InnerText: text);

    private static Recognition OfObject(JsonElement root) =>
        root.TryGetProperty("drawflow", out var drawflow) ? OfDrawflow(root, drawflow)
        : NodesAndEdges(root)
            ?? LegacyRow(root)
            ?? BareNodes(root)
            ?? WrappedList(root)
            ?? WrappedText(root)
            ?? Recognition.Refused(DrawflowVariant.NotDrawflow, "a JSON object without `drawflow`, modules or nodes");

    private static Recognition OfDrawflow(JsonElement root, JsonElement drawflow)
    {
        if (drawflow.Text() is { } text)
        {
            return OfText(text, DrawflowVariant.DrawflowInString);
        }

        if (Shapes.IsEmpty(drawflow))
        {
            return new Recognition(DrawflowVariant.EmptyDrawflow, []);
        }

        if (!drawflow.IsObject())
        {
            return Recognition.Refused(DrawflowVariant.NotDrawflow, "a `drawflow` that is not an object");
        }

        if (drawflow.EnumerateObject().All(p => Shapes.IsNode(p.Value)))
        {
            return NodeMap(DrawflowVariant.NodeMapUnderDrawflow, drawflow, "/drawflow");
        }

        if (!drawflow.TryGetProperty(DrawflowDocument.HomeName, out _) && !drawflow.EnumerateObject().Any(p => Shapes.IsModule(p.Value)))
        {
            return Recognition.Refused(DrawflowVariant.NotDrawflow, "a `drawflow` without modules");
        }

        var alone = root.EnumerateObject().Take(2).Count() == 1;
        return Modules(alone ? DrawflowVariant.Standard : DrawflowVariant.StandardWithSideKeys, drawflow, "/drawflow");
    }

    private static Recognition? NodesAndEdges(JsonElement root) =>
        IsLegacy(root) ? Recognition.Refused(DrawflowVariant.LegacyFlowData, Legacy)
        : (root.Member("nodes").ValueKind, root.Member("edges").ValueKind) == (JsonValueKind.Object, JsonValueKind.Array)
            ? Recognition.Refused(DrawflowVariant.CallFlow, "a call flow of nodes by id and edges from-to; it can't be converted")
        : null;

    /// <summary>A row of the legacy system's table of flows.</summary>
    private static Recognition? LegacyRow(JsonElement root) =>
        IsLegacy(root.Member("flow_data")) ? Recognition.Refused(DrawflowVariant.LegacyFlowData, Legacy)
        : root.Member("flow_data").Text() is { Length: > 0 } text ? OfText(text, DrawflowVariant.DrawflowInString)
        : null;

    private static bool IsLegacy(JsonElement root)
    {
        var (nodes, edges) = (root.Member("nodes"), root.Member("edges"));
        return nodes.ValueKind switch
        {
            JsonValueKind.Array => edges.ValueKind is JsonValueKind.Array || !Shapes.IsNodeList(nodes) || nodes.EnumerateArray().Any(HasNamesOfPorts),
            JsonValueKind.Object => root.Member("start_node").IsPresent() || root.Member("start_node_id").IsPresent(),
            _ => false,
        };
    }

    private static bool HasNamesOfPorts(JsonElement node) =>
        node.Member("outputs") is { ValueKind: JsonValueKind.Array } ports && ports.EnumerateArray().Any(port => port.ValueKind == JsonValueKind.String);

    private static Recognition? BareNodes(JsonElement root) =>
        root.EnumerateObject().All(p => Shapes.IsSureModule(p.Value)) ? Modules(DrawflowVariant.BareModules, root, string.Empty)
        : root.EnumerateObject().All(p => Shapes.IsNode(p.Value)) ? NodeMap(DrawflowVariant.BareNodeMap, root, string.Empty)
        : null;

    /// <summary>A list of nodes as a member, or as <c>data</c> of a member.</summary>
    private static Recognition? WrappedList(JsonElement root)
    {
        foreach (var property in root.EnumerateObject())
        {
            var pointer = JsonPointer.Append(string.Empty, property.Name);
            if (Shapes.IsNodeList(property.Value))
            {
                return NodeList(property.Value, pointer);
            }

            if (Shapes.IsNodeList(property.Value.Member("data")))
            {
                return NodeList(property.Value.Member("data"), JsonPointer.Append(pointer, "data"));
            }
        }

        return null;
    }

    private static Recognition? WrappedText(JsonElement root) =>
        root.EnumerateObject().Select(p => p.Value.Text()).FirstOrDefault(t => t is not null && Shapes.IsDocumentText(t)) is { } text
            ? new Recognition(DrawflowVariant.DrawflowInString, [], InnerText: text)
            : null;

    private static Recognition Modules(DrawflowVariant variant, JsonElement modules, string pointer) =>
        new(variant, [.. modules.EnumerateObject().Select(p => new ModuleSource(
            p.Name,
            p.Value.Member("data"),
            JsonPointer.Append(JsonPointer.Append(pointer, p.Name), "data")))]);

    private static Recognition NodeMap(DrawflowVariant variant, JsonElement nodes, string pointer) =>
        new(variant, [new ModuleSource(DrawflowDocument.HomeName, nodes, pointer)]);

    private static Recognition NodeList(JsonElement nodes, string pointer) =>
        new(DrawflowVariant.NodeArray, [new ModuleSource(DrawflowDocument.HomeName, nodes, pointer, IsListByDesign: true)]);
}
