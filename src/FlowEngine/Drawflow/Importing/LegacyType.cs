namespace FlowEngine.Drawflow.Importing;

/// <param name="Target">Our node type.</param>
/// <param name="Outputs">What the outputs were called, in our order; names of one output are parted by <c>|</c>.</param>
/// <param name="Convert">Reads the configuration and writes ours.</param>
/// <param name="Routes">Where each output led; none of an output that is left unconnected.</param>
/// <param name="IsScaffold">The type was a scaffold of one tenant and is gone; ours is the nearest.</param>
internal sealed record LegacyType(
    string Target,
    IReadOnlyList<string> Outputs,
    Action<LegacyConfig> Convert,
    Func<LegacyConfig, IEnumerable<LegacyRoute>> Routes,
    bool IsScaffold = false)
{
    /// <summary>The output of this name, from 1; null where there is none.</summary>
    public int? OutputNamed(string name)
    {
        for (var i = 0; i < Outputs.Count; i++)
        {
            if (Outputs[i].Split('|').Contains(name, StringComparer.Ordinal))
            {
                return i + 1;
            }
        }

        return PortName.Parse(name, output: true) is { } number && number <= Outputs.Count ? number : null;
    }
}
