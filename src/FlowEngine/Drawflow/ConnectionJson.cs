using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow;

/// <summary>The entries of <c>connections</c> as the editor writes them: each names the port at the other node.</summary>
internal static class ConnectionJson
{
    public static JsonObject AtSource(EdgeKey edge) =>
        new() { ["node"] = edge.TargetId, ["output"] = PortName.Of(output: false, edge.InputPort) };

    public static JsonObject AtTarget(EdgeKey edge) =>
        new() { ["node"] = edge.SourceId, ["input"] = PortName.Of(output: true, edge.OutputPort) };
}
