using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Finds where every output leads, and says where the way ended, was lost or was drawn otherwise.</summary>
internal sealed class Connections(IReadOnlyList<ConvertedNode> nodes, DrawnEdges edges, LegacyEdgeUse use, ImportReport report)
{
    private readonly Dictionary<string, string> _ids = nodes
        .Where(node => node.Source.WrittenId is not null)
        .DistinctBy(node => node.Source.WrittenId!, StringComparer.Ordinal)
        .ToDictionary(node => node.Source.WrittenId!, node => node.Source.Id, StringComparer.Ordinal);

    private readonly HashSet<(string, string)> _told = [];

    /// <summary>Null as the target: the run ended there.</summary>
    public IReadOnlyList<(ConvertedNode Node, int Output, string? TargetId)> Find() =>
        [.. nodes.SelectMany(node => node.Routes.Select(route => (node, route.Output, Target(node, route))))];

    public string? IdOf(string written) => _ids.GetValueOrDefault(written);

    private string? Target(ConvertedNode node, LegacyRoute route)
    {
        var followsEdge = use == LegacyEdgeUse.Always || (use == LegacyEdgeUse.WhereUnset && route.Target is null);
        if (followsEdge && edges.TargetOf(node, route.Output) is { } written && _ids.TryGetValue(written, out var drawn))
        {
            return drawn;
        }

        if (route.Target is not { } target)
        {
            Stops(node, route);
            return null;
        }

        if (use == LegacyEdgeUse.Always)
        {
            target = edges.Renumbered.GetValueOrDefault(target, target);
        }

        if (_ids.TryGetValue(target, out var id))
        {
            return id;
        }

        Absent(node, route, target);
        return null;
    }

    private void Stops(ConvertedNode node, LegacyRoute route)
    {
        if (route.MayStop || !_told.Add((node.Source.Id, route.Pointer)))
        {
            return;
        }

        report.Add(
            "way_ends",
            route.IsWritten ? ImportSeverity.Note : ImportSeverity.Warning,
            node.Source.Id,
            route.Pointer,
            route.IsWritten ? $"'{route.Key}' is empty: the legacy engine stopped here." : $"There is no '{route.Key}': the legacy engine stopped here.",
            "It leads to the end.");
    }

    private void Absent(ConvertedNode node, LegacyRoute route, string target)
    {
        if (!_told.Add((node.Source.Id, route.Pointer)))
        {
            return;
        }

        var near = edges.Renumbered.GetValueOrDefault(target) ?? NearId.Of(target, _ids.Keys);
        report.Add(
            "target_absent",
            ImportSeverity.Decision,
            node.Source.Id,
            route.Pointer,
            $"'{route.Key}' names the node {Shown.Of(target)}, which is not there; the legacy engine stopped here without an answer.{(near is null ? string.Empty : $" Was {Shown.Of(near)} meant?")}",
            "It leads to the end: say where it should lead.");
    }
}
