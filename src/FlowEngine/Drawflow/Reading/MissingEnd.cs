using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Reading;

/// <summary>The edit that records a connection at the node at which it is missing.</summary>
internal static class MissingEnd
{
    /// <param name="node">The node at which the end is missing.</param>
    /// <param name="atOutput">The end of the source is missing.</param>
    public static JsonPatchOperation Add(DrawflowNode node, EdgeKey edge, bool atOutput)
    {
        var (member, port, entry) = atOutput
            ? ("outputs", PortName.Of(output: true, edge.OutputPort), ConnectionJson.AtSource(edge))
            : ("inputs", PortName.Of(output: false, edge.InputPort), ConnectionJson.AtTarget(edge));
        var portsPointer = JsonPointer.Append(node.Pointer, member);
        var portPointer = JsonPointer.Append(portsPointer, port);
        var connectionsPointer = JsonPointer.Append(portPointer, "connections");
        var ports = node.Element.Member(member);
        return !ports.IsObject() ? JsonPatchOperation.Add(portsPointer, new JsonObject { [port] = Port(entry) })
            : !ports.Member(port).IsObject() ? JsonPatchOperation.Add(portPointer, Port(entry))
            : !ports.Member(port).Member("connections").IsArray() ? JsonPatchOperation.Add(connectionsPointer, new JsonArray(entry))
            : JsonPatchOperation.Add($"{connectionsPointer}/-", entry);
    }

    private static JsonObject Port(JsonObject entry) => new() { ["connections"] = new JsonArray(entry) };
}
