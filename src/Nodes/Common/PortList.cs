using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

/// <summary>Ports that entries of a configuration name, each its own, and a default one after them.</summary>
internal static class PortList
{
    /// <param name="entries">A name for each entry's port, and the output that it names.</param>
    public static IReadOnlyList<NodePort> Of(IReadOnlyList<(string Name, string Output)> entries, string? defaultOutput) =>
    [
        .. entries.Select(entry => new NodePort(entry.Name, NodePort.OutputNumber(entry.Output) ?? 0, Optional: false)),
        new(NodePort.Default, NodePort.OutputNumber(defaultOutput) ?? 0, Optional: true),
    ];

    /// <param name="entries">The output that each entry names, and where.</param>
    public static IEnumerable<ConfigurationFault> Faults(IReadOnlyList<(string Output, string Pointer)> entries, string? defaultOutput)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = defaultOutput is null ? entries : [.. entries, (defaultOutput, "/default_port")];
        foreach (var (output, pointer) in all)
        {
            if (NodePort.OutputNumber(output) is null)
            {
                yield return new(pointer, $"'{output}' is not an output.", "Write output_1, output_2 and so on.");
            }
            else if (!seen.Add(output))
            {
                yield return new(pointer, $"'{output}' is taken by another entry.", "Give each entry an output of its own.");
            }
        }
    }
}
