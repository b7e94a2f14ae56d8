using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking;

/// <summary>Resolves node types and binds configurations, once for checking and compiling.</summary>
internal static class FlowModelBuilder
{
    public static FlowModel Build(DrawflowDocument document, CheckContext context) =>
        Build(document, context, new PatternBudget());

    private static FlowModel Build(DrawflowDocument document, CheckContext context, PatternBudget patterns) =>
        new(document, context, [.. document.Modules.Select(module => Build(module, context.Registry, patterns))]);

    private static ModuleModel Build(DrawflowModule module, NodeRegistry registry, PatternBudget patterns)
    {
        var nodes = new Dictionary<string, NodeModel>(StringComparer.Ordinal);
        foreach (var node in module.Nodes)
        {
            nodes[node.Id] = Build(node, registry, patterns);
        }

        var edges = module.ConfirmedEdges.Select(edge => new EdgeModel(edge.SourceId, edge.OutputPort, edge.TargetId));
        var jumps = nodes.Values
            .Where(node => node.Bound?.Value is IJumpConfiguration)
            .Select(node => new EdgeModel(node.Id, 0, ((IJumpConfiguration)node.Bound!.Value!).Target))
            .Where(jump => nodes.ContainsKey(jump.To));
        return new(module.Name, nodes, [.. edges, .. jumps]);
    }

    private static NodeModel Build(DrawflowNode node, NodeRegistry registry, PatternBudget patterns)
    {
        var type = registry.Find(node.Type);
        if (type is null)
        {
            return new(node, null, null, []);
        }

        if (patterns.Spend(node.Configuration) is { } fault)
        {
            return new(node, type, new(null, new NodeSettings(), [fault]), []);
        }

        var bound = ConfigurationBinder.Bind(type.ConfigurationType, node.Configuration);
        return new(node, type, bound, bound.Value is { } value ? type.PortsOf(value) : []);
    }
}
