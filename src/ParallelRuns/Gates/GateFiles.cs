using FlowEngine.Comparing.Gates;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>Finds and reads gate files.</summary>
public static class GateFiles
{
    /// <returns>The gate, or all that is wrong with the file: what, where and how to fix it.</returns>
    public static (GateFile? Gate, IReadOnlyList<string> Faults) Read(string path)
    {
        var found = Find(path);
        string text;
        try
        {
            text = File.ReadAllText(found);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, [$"{path} cannot be read: {fault.Message}"]);
        }

        var reading = GateReader.Read(text);
        return (reading.Gate, [.. reading.Faults.Select(fault => $"{path}, {fault}")]);
    }

    private static string Find(string path) =>
        Path.IsPathRooted(path) || File.Exists(path) ? path : Path.Combine(AppContext.BaseDirectory, path);
}
