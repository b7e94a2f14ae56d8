using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Repairing;

/// <summary>Places the nodes of modules that have no positions: a column for each step from the start, a row for each node of a column.</summary>
internal static class Layout
{
    private const int ColumnWidth = 320;
    private const int RowHeight = 180;
    private const int Margin = 40;

    /// <param name="standard">An export, as <see cref="Standardizer"/> makes it; changed in place.</param>
    /// <param name="document">What it was made of.</param>
    public static void Apply(JsonObject standard, DrawflowDocument document)
    {
        foreach (var module in document.Modules.Where(module => module.Nodes.All(node => node.PosX is null && node.PosY is null)))
        {
            var nodes = (JsonObject)standard["drawflow"]![module.Name]!["data"]!;
            var used = new Dictionary<int, int>();
            foreach (var (id, column) in Columns(module))
            {
                var row = used.GetValueOrDefault(column);
                used[column] = row + 1;
                nodes[id]!["pos_x"] = Margin + (column * ColumnWidth);
                nodes[id]!["pos_y"] = Margin + (row * RowHeight);
            }
        }
    }

    /// <summary>By breadth-first search from the nodes that nothing leads to; nodes that only a cycle reaches begin a search of their own.</summary>
    private static List<(string Id, int Column)> Columns(DrawflowModule module)
    {
        var next = module.Edges.OrderBy(edge => edge.OutputPort).ToLookup(edge => edge.SourceId, edge => edge.TargetId, StringComparer.Ordinal);
        var targets = module.Edges.Select(edge => edge.TargetId).ToHashSet(StringComparer.Ordinal);
        var placed = new List<(string Id, int Column)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<(string Id, int Column)>();
        foreach (var node in module.Nodes.OrderBy(node => targets.Contains(node.Id)))
        {
            if (seen.Add(node.Id))
            {
                waiting.Enqueue((node.Id, 0));
            }

            while (waiting.TryDequeue(out var place))
            {
                placed.Add(place);
                foreach (var target in next[place.Id].Where(seen.Add))
                {
                    waiting.Enqueue((target, place.Column + 1));
                }
            }
        }

        return placed;
    }
}
