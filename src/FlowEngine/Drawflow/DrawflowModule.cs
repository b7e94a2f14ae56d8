using System.Collections.Frozen;

namespace FlowEngine.Drawflow;

public sealed class DrawflowModule
{
    private readonly FrozenDictionary<string, DrawflowNode> _byId;

    public DrawflowModule(string name, string pointer, IReadOnlyList<DrawflowNode> nodes, IReadOnlyList<DrawflowEdge> edges)
    {
        Name = name;
        Pointer = pointer;
        Nodes = nodes;
        Edges = edges;
        ConfirmedEdges = [.. edges.Where(e => e.Ends is EdgeEnds.Both or EdgeEnds.Implied)];
        _byId = nodes.DistinctBy(n => n.Id, StringComparer.Ordinal).ToFrozenDictionary(n => n.Id, StringComparer.Ordinal);
    }

    public string Name { get; }

    public string Pointer { get; }

    /// <summary>In the order of the document, which means nothing.</summary>
    public IReadOnlyList<DrawflowNode> Nodes { get; }

    /// <summary>The union of what both ends record, between nodes and ports that exist; each edge once.</summary>
    public IReadOnlyList<DrawflowEdge> Edges { get; }

    /// <summary>The edges that are executed: those that both ends record, and those to nodes that record no inputs.</summary>
    public IReadOnlyList<DrawflowEdge> ConfirmedEdges { get; }

    public DrawflowNode? Find(string nodeId) => _byId.GetValueOrDefault(nodeId);
}
