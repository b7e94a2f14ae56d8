using FlowEngine.Drawflow;

namespace FlowEngine.Api.Cli;

/// <summary>A flow read from a file.</summary>
internal sealed record FlowFile(string Path, DrawflowReading Reading)
{
    /// <summary>The file's name up to its first dot.</summary>
    public string FlowName => NameOf(Path);

    public static string NameOf(string path) => System.IO.Path.GetFileName(path).Split('.', 2)[0] is { Length: > 0 } name ? name : "flow";

    /// <returns>The file, or why it cannot be read.</returns>
    public static async Task<(FlowFile? File, string? Fault)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return (null, $"{path} is a folder: name files.");
        }

        if (!File.Exists(path))
        {
            return (null, $"{path}: there is no such file{Where(path)}.");
        }

        try
        {
            await using var stream = File.OpenRead(path);
            return (new(path, await DrawflowReader.ReadAsync(stream, DrawflowLimits.Default, cancellationToken)), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path} cannot be read: {fault.Message}");
        }
    }

    // `dotnet run --project` runs in the project's folder, not in the caller's.
    private static string Where(string path) =>
        System.IO.Path.IsPathRooted(path) ? "" : $" in {Directory.GetCurrentDirectory()}";
}
