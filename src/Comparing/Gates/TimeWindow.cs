using System.Globalization;

namespace FlowEngine.Comparing.Gates;

public static class TimeWindow
{
    /// <summary>What is wrong with the window, or null.</summary>
    public static string? Fault(DateTimeOffset? from, DateTimeOffset? to) => from >= to
        ? string.Create(CultureInfo.InvariantCulture, $"The window ends ({to:O}) before it begins ({from:O}).")
        : null;
}
