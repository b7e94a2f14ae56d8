using System.Text.Json;

namespace FlowEngine.Drawflow.Importing;

/// <summary>What the legacy editor drew, which its engine never read.</summary>
internal sealed class DrawnEdges
{
    private readonly ILookup<string, LegacyEdge> _bySource;

    private DrawnEdges(IReadOnlyList<LegacyEdge> all, IReadOnlyList<ConvertedNode> nodes)
    {
        All = all;
        _bySource = all.ToLookup(edge => edge.Source, StringComparer.Ordinal);
        Renumbered = FindRenumbered(nodes);
    }

    public IReadOnlyList<LegacyEdge> All { get; }

    /// <summary>
    /// Ids that configurations still name, with what they became: the editor numbered nodes anew when it opened a flow, and saved only
    /// the edges with the new numbers. Empty where edges and configurations are of one numbering.
    /// </summary>
    public IReadOnlyDictionary<string, string> Renumbered { get; }

    public static DrawnEdges Read(LegacySource source, IReadOnlyList<ConvertedNode> nodes)
    {
        var pointer = JsonPointer.Append(source.Pointer, "edges");
        var edges = source.Edges.ValueKind switch
        {
            JsonValueKind.Array => source.Edges.EnumerateArray().Select((edge, index) => LegacyEdge.Read(edge, JsonPointer.Append(pointer, index))),
            JsonValueKind.Object => source.Edges.EnumerateObject().Select(edge => LegacyEdge.Read(edge.Value, JsonPointer.Append(pointer, edge.Name))),
            _ => [],
        };
        return new DrawnEdges([.. edges.OfType<LegacyEdge>()], nodes);
    }

    public IEnumerable<LegacyEdge> From(LegacyNode node) => node.WrittenId is { } id ? _bySource[id] : [];

    /// <summary>Where an edge of this output leads, if one says so, or if the node has a single edge and nothing says that it is another output's.</summary>
    public string? TargetOf(ConvertedNode node, int output)
    {
        var edges = From(node.Source).ToList();
        if (edges.FirstOrDefault(edge => edge.Port is { } port && node.Type.OutputNamed(port) == output) is { } named)
        {
            return named.Target;
        }

        var isSingle = node.Routes.Count == 1 || (node.Routes.All(route => route.Target is null) && edges.TrueForAll(edge => edge.Port is null));
        return isSingle && edges.Select(edge => edge.Target).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;
    }

    private Dictionary<string, string> FindRenumbered(IReadOnlyList<ConvertedNode> nodes)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in nodes.Where(node => node.Routes.Count == 1 && node.Routes[0].Target is not null))
        {
            if (TargetOf(node, node.Routes[0].Output) is { } drawn && !pairs.TryAdd(node.Routes[0].Target!, drawn) && pairs[node.Routes[0].Target!] != drawn)
            {
                return [];
            }
        }

        var moved = pairs.Where(pair => pair.Key != pair.Value).ToList();
        return moved.Count >= 2 && pairs.Values.Distinct(StringComparer.Ordinal).Count() == pairs.Count
            ? moved.ToDictionary(StringComparer.Ordinal)
            : [];
    }
}
