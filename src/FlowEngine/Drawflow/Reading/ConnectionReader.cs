using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

internal static class ConnectionReader
{
    /// <summary>Every entry of every port of one kind, in the order of the document.</summary>
    public static IEnumerable<ConnectionRecord> Read(DrawflowNode node, bool atOutput)
    {
        var ports = node.Element.Member(PortReader.MemberName(atOutput));
        if (!ports.IsObject())
        {
            yield break;
        }

        var portsPointer = JsonPointer.Append(node.Pointer, PortReader.MemberName(atOutput));
        foreach (var port in ports.EnumerateObject())
        {
            var connections = port.Value.Member("connections");
            if (PortName.Parse(port.Name, atOutput) is not { } number || !connections.IsArray())
            {
                continue;
            }

            var pointer = JsonPointer.Append(JsonPointer.Append(portsPointer, port.Name), "connections");
            var index = 0;
            foreach (var entry in connections.EnumerateArray())
            {
                yield return new ConnectionRecord(
                    node.Id,
                    atOutput,
                    number,
                    ReadEdge(node.Id, number, atOutput, entry),
                    entry,
                    JsonPointer.Append(pointer, index++));
            }
        }
    }

    private static EdgeKey? ReadEdge(string ownerId, int port, bool atOutput, JsonElement entry)
    {
        if (NodeIdText.Of(entry.Member("node")) is not { } other
            || entry.Member(ConnectionRecord.MemberName(atOutput)).Text() is not { } portName
            || PortName.Parse(portName, output: !atOutput) is not { } otherPort)
        {
            return null;
        }

        return atOutput
            ? new EdgeKey(ownerId, port, other, otherPort)
            : new EdgeKey(other, otherPort, ownerId, port);
    }
}
