using System.Collections.Immutable;

namespace FlowEngine.Drawflow.Reading;

/// <summary>
/// The short form of a flow written by hand records a connection at its source only. A node without the member <c>inputs</c> has the inputs that
/// connections name; the editor always writes the member, so none of its exports is read in this way.
/// </summary>
internal static class ImpliedInputs
{
    public static void Add(Dictionary<string, DrawflowNode> nodes)
    {
        var without = nodes.Values.Where(node => !node.Element.Member("inputs").IsPresent()).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        if (without.Count == 0)
        {
            return;
        }

        var named = nodes.Values
            .SelectMany(node => ConnectionReader.Read(node, atOutput: true))
            .Where(record => record.Edge is { } edge && without.Contains(edge.TargetId))
            .ToLookup(record => record.Edge!.Value.TargetId, record => record.Edge!.Value.InputPort, StringComparer.Ordinal);
        foreach (var id in without)
        {
            ImmutableArray<int> inputs = [.. named[id].Distinct().Order()];
            nodes[id] = nodes[id].WithImpliedInputs(inputs);
        }
    }
}
