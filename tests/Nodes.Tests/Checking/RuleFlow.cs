using System.Text.Json.Nodes;
using FlowEngine.Checking;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Harness;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>
/// Flows of the built-in nodes as short text, a node a line: <c>id type {configuration} > target of output_1, target of output_2</c>, where
/// <c>-</c> leaves a port unconnected. A line <c># Name</c> begins a module.
/// </summary>
internal static class RuleFlow
{
    public static IReadOnlyList<Finding> Check(string flow, params string[] languages)
    {
        var context = new CheckContext(new TestWorld().Registry, Languages: languages.Length == 0 ? null : languages);
        return FlowChecker.Check(Json(flow), context).Findings;
    }

    /// <summary>The findings' codes with the nodes that they name.</summary>
    public static IEnumerable<string> Found(string flow, params string[] languages) =>
        Check(flow, languages).Select(finding => $"{finding.Code} {finding.NodeId}");

    public static string Json(string flow)
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

        return builder.Build().ToJson();
    }

    private static void Add(DrawflowBuilder builder, string line)
    {
        var arrow = line.LastIndexOf(" > ", StringComparison.Ordinal);
        var node = arrow < 0 ? line : line[..arrow];
        var targets = arrow < 0 ? [] : line[(arrow + 3)..].Split(',', StringSplitOptions.TrimEntries);
        var brace = node.IndexOf('{', StringComparison.Ordinal);
        var head = (brace < 0 ? node : node[..brace]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        builder.Node(head[0], head[1], brace < 0 ? null : JsonNode.Parse(node[brace..])!.AsObject(), outputs: targets.Length);
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i] != "-")
            {
                builder.Connect(head[0], i + 1, targets[i]);
            }
        }
    }
}
