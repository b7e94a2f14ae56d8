using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing;

/// <summary>The legacy start: the one that is named, else the node that nothing leads to.</summary>
internal static class StartChoice
{
    private const int ShownIds = 10;

    public static string? Of(
        string? named, IReadOnlyList<ConvertedNode> nodes, Connections connections, IReadOnlyList<(ConvertedNode Node, int Output, string? TargetId)> ways, ImportReport report)
    {
        if (named is not null && connections.IdOf(named) is { } id)
        {
            return id;
        }

        if (named is not null)
        {
            var near = NearId.Of(named, nodes.Select(node => node.Source.WrittenId).OfType<string>());
            report.Add(
                "start_absent", ImportSeverity.Decision, null, string.Empty,
                $"The start {Shown.Of(named)} is not among the nodes.{(near is null ? string.Empty : $" Was {Shown.Of(near)} meant?")}", "Name the start node.");
            return null;
        }

        var reached = ways.Where(way => way.TargetId is not null && way.TargetId != way.Node.Source.Id).Select(way => way.TargetId!).ToHashSet(StringComparer.Ordinal);
        var free = nodes.Where(node => !reached.Contains(node.Source.Id)).ToList();
        var candidates = free.Where(node => node.Type.Target == "welcome").ToList() is { Count: 1 } welcome ? welcome : free;
        if (candidates is [var only])
        {
            report.Add("start_found", ImportSeverity.Note, only.Source.Id, only.Source.Pointer, "No start was named.", "It is the node that nothing leads to.");
            return only.Source.Id;
        }

        report.Add(
            "start_unclear", ImportSeverity.Decision, null, string.Empty,
            candidates.Count == 0 ? "Something leads to every node, so none is the start." : $"Nothing leads to {string.Join(", ", candidates.Take(ShownIds).Select(node => Shown.Of(node.Source.Id)))}, so the start is not clear.",
            "Name the start node.");
        return null;
    }
}
