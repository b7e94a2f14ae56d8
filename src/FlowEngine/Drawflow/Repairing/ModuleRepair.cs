using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Repairing;

internal sealed class ModuleRepair(List<string> changes)
{
    /// <param name="standard">An export, as <see cref="Standardizer"/> makes it; changed in place.</param>
    public void Repair(JsonObject standard, DrawflowModule module)
    {
        var nodes = (JsonObject)standard["drawflow"]![module.Name]!["data"]!;
        var edges = module.Edges.Select(EdgeKey.Of).ToHashSet();
        foreach (var node in module.Nodes)
        {
            var json = (JsonObject)nodes[node.Id]!;
            new NodeRepair(changes).Repair(node.Id, json);
            var ends = new EndsRepair(changes, edges);
            ends.Repair(node, json, atOutput: true);
            ends.Repair(node, json, atOutput: false);
        }

        foreach (var edge in module.Edges.Where(e => e.Ends != EdgeEnds.Both))
        {
            Complete(nodes, edge);
        }
    }

    private void Complete(JsonObject nodes, DrawflowEdge edge)
    {
        var key = EdgeKey.Of(edge);
        var (owner, member, port, entry) = edge.Ends == EdgeEnds.InputOnly
            ? (edge.SourceId, "outputs", PortName.Of(output: true, edge.OutputPort), ConnectionJson.AtSource(key))
            : (edge.TargetId, "inputs", PortName.Of(output: false, edge.InputPort), ConnectionJson.AtTarget(key));
        var ports = (JsonObject)nodes[owner]![member]!;
        ports[port] ??= new JsonObject { ["connections"] = new JsonArray() };
        EndsRepair.Connections(ports, port).Add(entry);
        changes.Add($"Connection {key.Shown()}: its other end was added at node '{owner}'.");
    }
}
