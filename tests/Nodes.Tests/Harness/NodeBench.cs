using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;
using Xunit;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>
/// One node in the smallest flow around it: <c>NodeBench.Start(world, "welcome", data)</c>. The node's id is <c>node</c>;
/// behind each port stands an end, <c>end_PORT</c>; walk variables are set before it by a node of their own.
/// </summary>
public static class NodeBench
{
    public const string NodeId = "node";

    /// <param name="walk">Walk variables that the node finds, as JSON.</param>
    /// <param name="unconnected">Names of ports that nothing is connected to.</param>
    /// <param name="add">Draws more: a jump's target (<c>target</c>), a module.</param>
    public static TestConversation Start(
        TestWorld world,
        string type,
        JsonObject data,
        JsonObject? walk = null,
        IReadOnlyCollection<string>? unconnected = null,
        Action<DrawflowBuilder>? add = null)
    {
        var ports = PortsOf(world, type, data);
        var outputs = ports.Count == 0 ? 0 : Math.Max(ports.Count, ports.Max(port => port.Output));
        var flow = new DrawflowBuilder().Node(NodeId, type, data, outputs);
        var start = NodeId;
        if (walk is not null)
        {
            start = "before";
            flow.Node(start, "set_variable", Assignments(walk)).Connect(start, 1, NodeId);
        }

        foreach (var port in ports.Where(port => port.Output > 0 && unconnected?.Contains(port.Name) != true))
        {
            flow.Node($"end_{port.Name}", "end", outputs: 0).Connect(NodeId, port.Output, $"end_{port.Name}");
        }

        add?.Invoke(flow);
        return new TestConversation(world, flow.Build(), start);
    }

    public static IReadOnlyList<NodePort> PortsOf(TestWorld world, string type, JsonObject data)
    {
        var info = world.Registry.Find(type);
        Assert.NotNull(info);
        var bound = ConfigurationBinder.Bind(info.ConfigurationType, JsonSerializer.SerializeToElement(data));
        Assert.Empty(bound.Faults.Select(fault => $"{fault.Pointer}: {fault.Message}"));
        return info.PortsOf(bound.Value!);
    }

    private static JsonObject Assignments(JsonObject walk) => new()
    {
        ["scope"] = "walk",
        ["assignments"] = new JsonArray([.. walk.Select(pair => new JsonObject { ["name"] = pair.Key, ["value"] = pair.Value?.DeepClone() })]),
    };
}
