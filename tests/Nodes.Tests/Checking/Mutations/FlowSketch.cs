using System.Text.Json.Nodes;
using FlowEngine.Drawflow;

namespace FlowEngine.Nodes.Tests.Checking.Mutations;

internal sealed class SketchedNode(string module, string id, string type, JsonObject data)
{
    public string Module { get; } = module;

    public string Id { get; } = id;

    public string Type { get; } = type;

    public JsonObject Data { get; } = data;

    /// <summary>Targets by output; null where nothing is connected.</summary>
    public List<string?> Outputs { get; } = [];
}

/// <summary>A flow that can be changed and drawn again.</summary>
internal sealed class FlowSketch
{
    public List<SketchedNode> Nodes { get; } = [];

    public string Start { get; set; } = "";

    public static FlowSketch Of(DrawflowDocument document, string start)
    {
        var sketch = new FlowSketch { Start = start };
        foreach (var module in document.Modules)
        {
            foreach (var node in module.Nodes)
            {
                var sketched = new SketchedNode(module.Name, node.Id, node.Type, JsonNode.Parse(node.Configuration.GetRawText())!.AsObject());
                var edges = module.ConfirmedEdges.Where(edge => edge.SourceId == node.Id).ToList();
                for (var output = 1; output <= edges.Select(edge => edge.OutputPort).DefaultIfEmpty(0).Max(); output++)
                {
                    sketched.Outputs.Add(edges.FirstOrDefault(edge => edge.OutputPort == output)?.TargetId);
                }

                sketch.Nodes.Add(sketched);
            }
        }

        return sketch;
    }

    public string ToJson()
    {
        var builder = new DrawflowBuilder();
        foreach (var node in Nodes)
        {
            builder.Module(node.Module).Node(node.Id, node.Type, node.Data, outputs: node.Outputs.Count);
        }

        foreach (var node in Nodes)
        {
            builder.Module(node.Module);
            for (var i = 0; i < node.Outputs.Count; i++)
            {
                if (node.Outputs[i] is { } target)
                {
                    builder.Connect(node.Id, i + 1, target);
                }
            }
        }

        return builder.Build().ToJson();
    }

    /// <summary>A node that says <c>unset</c> or <c>set</c> of a variable, before the node that reads it.</summary>
    public void Probe(string node, string path)
    {
        var module = Nodes.Single(one => one.Id == node).Module;
        foreach (var other in Nodes)
        {
            for (var i = 0; i < other.Outputs.Count; i++)
            {
                other.Outputs[i] = other.Outputs[i] == node ? "probe" : other.Outputs[i];
            }
        }

        Start = Start == node ? "probe" : Start;
        Add(module, "probe", "condition", new() { ["left"] = path, ["op"] = "is_set" }, "probe_set", "probe_unset");
        Add(module, "probe_set", "message", new() { ["content"] = "probe: set" }, node);
        Add(module, "probe_unset", "message", new() { ["content"] = "probe: unset" }, node);
    }

    private void Add(string module, string id, string type, JsonObject data, params string[] targets)
    {
        var node = new SketchedNode(module, id, type, data);
        node.Outputs.AddRange(targets);
        Nodes.Add(node);
    }
}
