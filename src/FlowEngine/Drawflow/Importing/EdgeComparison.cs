using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Says where the edges that a person drew are not the ways that were taken.</summary>
internal sealed class EdgeComparison(DrawnEdges edges, Connections connections, LegacyEdgeUse use, ImportReport report)
{
    private const int ShownIds = 20;

    public void Report(IReadOnlyList<(ConvertedNode Node, int Output, string? TargetId)> ways)
    {
        if (edges.All.Count == 0)
        {
            return;
        }

        if (edges.Renumbered.Count > 0)
        {
            var moved = string.Join(", ", edges.Renumbered.Take(ShownIds).Select(pair => $"{pair.Key} -> {pair.Value}"));
            report.Add(
                "ids_renumbered", ImportSeverity.Decision, null, string.Empty,
                $"The editor numbered the nodes anew, and configurations name the old ids: {moved}.",
                use == LegacyEdgeUse.Always ? "The edges are followed: see whether the ways are right." : "The configurations are followed, as by the legacy engine: follow the edges instead, or name the new ids.");
        }

        var taken = ways.Where(way => way.TargetId is not null).Select(way => (way.Node.Source.Id, way.TargetId!)).ToHashSet();
        var byId = ways.ToLookup(way => way.Node.Source.Id, StringComparer.Ordinal);
        foreach (var edge in edges.All.DistinctBy(edge => (edge.Source, edge.Target)))
        {
            Report(edge, taken, byId);
        }

        foreach (var id in edges.All.Where(edge => edge.Id is not null).GroupBy(edge => edge.Id!, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            report.Add("duplicate_edge_id", ImportSeverity.Note, null, id.Last().Pointer, $"{id.Count()} edges have the id {Shown.Of(id.Key)}.", "Edges have no ids any more.");
        }

        ReportUndrawn(taken);
    }

    private void Report(LegacyEdge edge, HashSet<(string, string)> taken, ILookup<string, (ConvertedNode Node, int Output, string? TargetId)> byId)
    {
        if (connections.IdOf(edge.Source) is not { } source || connections.IdOf(edge.Target) is not { } target)
        {
            report.Add("edge_to_nowhere", ImportSeverity.Warning, null, edge.Pointer, $"An edge from {Shown.Of(edge.Source)} to {Shown.Of(edge.Target)} names a node that is not there.", "It is left out.");
            return;
        }

        if (taken.Contains((source, target)))
        {
            return;
        }

        var hasWay = byId[source].Any(way => way.TargetId is not null);
        report.Add(
            "edge_not_followed",
            hasWay ? ImportSeverity.Warning : ImportSeverity.Decision,
            source,
            edge.Pointer,
            $"An edge leads to {Shown.Of(edge.Target)}, {(hasWay ? "the configuration elsewhere" : "the configuration nowhere")}; the legacy engine followed the configuration.",
            hasWay ? "The configuration is followed." : "The flow ends there: connect the node, or follow the edges.");
    }

    private void ReportUndrawn(HashSet<(string Source, string Target)> taken)
    {
        var drawn = edges.All.Select(edge => (connections.IdOf(edge.Source), connections.IdOf(edge.Target))).ToHashSet();
        foreach (var way in taken.Where(way => !drawn.Contains(way)).OrderBy(way => way.Source, StringComparer.Ordinal).ThenBy(way => way.Target, StringComparer.Ordinal))
        {
            report.Add("edge_missing", ImportSeverity.Note, way.Source, string.Empty, $"The way to {Shown.Of(way.Target)} was not drawn.", "It is drawn now.");
        }
    }
}
