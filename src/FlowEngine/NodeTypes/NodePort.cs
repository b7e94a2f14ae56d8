namespace FlowEngine.NodeTypes;

/// <summary>What happens when a walk takes a port that nothing is connected to.</summary>
public enum PortFallback
{
    /// <summary>The port must be connected.</summary>
    None,

    /// <summary>The failure that led here stands.</summary>
    Fail,

    KeepWaiting,

    /// <summary>Fails with <c>no_case</c>.</summary>
    NoCase,

    FirstPort,
}

/// <summary>One output of a node.</summary>
/// <param name="Output">The N of <c>output_N</c>; 0 where the configuration names no output for it.</param>
public sealed record NodePort(string Name, int Output, bool Optional)
{
    public const string Error = "error";
    public const string Timeout = "timeout";
    public const string Default = "default";

    /// <summary>The port of a waiting node whose attempts are used up.</summary>
    public const string GaveUp = "gave_up";

    public PortFallback Fallback => !Optional ? PortFallback.None : Name switch
    {
        Error => PortFallback.Fail,
        Timeout => PortFallback.KeepWaiting,
        Default => PortFallback.NoCase,
        _ => PortFallback.FirstPort,
    };

    /// <summary>The N of <c>output_N</c>, or null if the text is no such name.</summary>
    public static int? OutputNumber(string? text) =>
        text is not null && text.StartsWith("output_", StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(7), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : null;
}

/// <summary>A configuration from which the node's ports follow: each entry names its own output.</summary>
public interface IPortedConfiguration
{
    /// <summary>In the order in which the node's results index them.</summary>
    IReadOnlyList<NodePort> Ports { get; }
}
