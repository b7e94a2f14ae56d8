using System.Text.Json.Nodes;
using FlowEngine.Drawflow;

namespace FlowEngine.Tests.Running;

/// <summary>
/// Flows as short text, a node a line: <c>id type {configuration} > target of output_1, target of output_2</c>, where <c>-</c> leaves a port
/// unconnected. A line <c># Name</c> begins a module.
/// </summary>
internal static class FlowText
{
    public static string Json(string flow) => Build(flow).ToJson();

    public static DrawflowDocument Build(string flow)
    {
        var builder = new DrawflowBuilder();
        foreach (var line in flow.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#'))
            {
                builder.Module(line[1..].Trim());
            }
            else
            {
                Add(builder, line);
            }
        }

        return builder.Build();
    }

    private static void Add(DrawflowBuilder builder, string line)
    {
        var arrow = line.LastIndexOf(" > ", StringComparison.Ordinal);
        var node = arrow < 0 ? line : line[..arrow];
        var targets = arrow < 0 ? [] : line[(arrow + 3)..].Split(',', StringSplitOptions.TrimEntries);
        var brace = node.IndexOf('{', StringComparison.Ordinal);
        var head = (brace < 0 ? node : node[..brace]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var data = brace < 0 ? null : JsonNode.Parse(node[brace..])!.AsObject();
        builder.Node(head[0], head[1], data, outputs: targets.Length);
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i] != "-")
            {
                builder.Connect(head[0], i + 1, targets[i]);
            }
        }
    }
}
