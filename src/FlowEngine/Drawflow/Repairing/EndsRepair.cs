using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Repairing;

/// <summary>The connections recorded at one node: keeps those that are edges, once each.</summary>
internal sealed class EndsRepair(List<string> changes, IReadOnlySet<EdgeKey> edges)
{
    public void Repair(DrawflowNode node, JsonObject json, bool atOutput)
    {
        if (json[PortReader.MemberName(atOutput)] is not JsonObject ports)
        {
            return;
        }

        foreach (var number in atOutput ? node.Outputs : node.Inputs)
        {
            MakeList(node.Id, ports, PortName.Of(atOutput, number));
        }

        var seen = new HashSet<EdgeKey>();
        foreach (var port in ConnectionReader.Read(node, atOutput).GroupBy(record => record.Port).ToList())
        {
            RepairPort(Connections(ports, PortName.Of(atOutput, port.Key)), [.. port], seen);
        }
    }

    public static JsonArray Connections(JsonObject ports, string port) => (JsonArray)ports[port]!["connections"]!;

    private void MakeList(string nodeId, JsonObject ports, string name)
    {
        if (ports[name] is not JsonObject port)
        {
            ports[name] = port = [];
        }

        if (port["connections"] is not JsonArray)
        {
            port["connections"] = new JsonArray();
            changes.Add($"Node '{nodeId}': the port {name} got an empty list of connections.");
        }
    }

    private void RepairPort(JsonArray connections, List<ConnectionRecord> records, HashSet<EdgeKey> seen)
    {
        var dropped = new HashSet<int>();
        foreach (var (index, record) in records.Index())
        {
            if (record.Edge is not { } edge || !edges.Contains(edge) || !seen.Add(edge))
            {
                dropped.Add(index);
                changes.Add($"Node '{record.OwnerId}': the connection at {record.Pointer} was dropped{Why(record, edges)}.");
            }
            else if (record.HasNumericReference)
            {
                connections[index]!["node"] = record.AtOutput ? edge.TargetId : edge.SourceId;
                changes.Add($"Node '{record.OwnerId}': the connection at {record.Pointer} now names its node by a text.");
            }
        }

        if (dropped.Count == 0)
        {
            return;
        }

        var kept = connections.Where((_, index) => !dropped.Contains(index)).Select(entry => entry?.DeepClone()).ToList();
        connections.Clear();
        kept.ForEach(connections.Add);
    }

    private static string Why(ConnectionRecord record, IReadOnlySet<EdgeKey> edges) =>
        record.Edge is not { } edge ? ": it can't be read"
        : edges.Contains(edge) ? $": {edge.Shown()} is recorded twice"
        : $": {edge.Shown()} leads to an absent node or port";
}
