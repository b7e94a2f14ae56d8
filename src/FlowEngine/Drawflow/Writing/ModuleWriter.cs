using System.Net;
using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Writing;

internal static class ModuleWriter
{
    private const long MaxArrayIndex = 4294967294;

    public static JsonObject Write(ModuleDraft module)
    {
        var atSource = module.Edges.ToLookup(e => (e.SourceId, e.OutputPort), ConnectionJson.AtSource);
        var atTarget = module.Edges.ToLookup(e => (e.TargetId, e.InputPort), ConnectionJson.AtTarget);
        CheckPorts(module);
        var nodes = new JsonObject();
        foreach (var node in module.Nodes.Values.OrderBy(PropertyOrder))
        {
            nodes[node.Id] = Write(
                node,
                Ports(node.Inputs, output: false, port => atTarget[(node.Id, port)]),
                Ports(node.Outputs, output: true, port => atSource[(node.Id, port)]));
        }

        return new JsonObject { ["data"] = nodes };
    }

    private static JsonObject Write(NodeDraft node, JsonObject inputs, JsonObject outputs) => new()
    {
        ["id"] = NodeIdJson.Of(node.Id),
        ["name"] = node.Type,
        ["data"] = node.Data.DeepClone(),
        ["class"] = string.Join('-', node.Type.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        ["html"] = WebUtility.HtmlEncode(node.Type),
        ["typenode"] = false,
        ["inputs"] = inputs,
        ["outputs"] = outputs,
        ["pos_x"] = node.X,
        ["pos_y"] = node.Y,
    };

    private static JsonObject Ports(int count, bool output, Func<int, IEnumerable<JsonObject>> connections)
    {
        var ports = new JsonObject();
        for (var number = 1; number <= count; number++)
        {
            ports[PortName.Of(output, number)] = new JsonObject { ["connections"] = new JsonArray([.. connections(number)]) };
        }

        return ports;
    }

    /// <summary>An end at a port that isn't written would vanish silently.</summary>
    private static void CheckPorts(ModuleDraft module)
    {
        foreach (var edge in module.Edges)
        {
            if (!module.Nodes.TryGetValue(edge.SourceId, out var source)
                || !module.Nodes.TryGetValue(edge.TargetId, out var target)
                || edge.OutputPort < 1 || edge.OutputPort > source.Outputs
                || edge.InputPort < 1 || edge.InputPort > target.Inputs)
            {
                throw new InvalidOperationException($"The module '{module.Name}' lacks a node or port of the connection {edge.Shown()}.");
            }
        }
    }

    /// <summary>JavaScript lists integer-like names first, ascending, the others as they were added.</summary>
    private static long PropertyOrder(NodeDraft node) =>
        NodeIdText.IsNumeric(node.Id, out var number) && number <= MaxArrayIndex ? number : long.MaxValue;
}
