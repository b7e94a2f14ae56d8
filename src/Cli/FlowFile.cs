using FlowEngine.Drawflow;

namespace FlowEngine.Cli;

/// <summary>A flow read from a file.</summary>
/// <param name="Text">Of the file, as far as it was read.</param>
internal sealed record FlowFile(string Path, DrawflowReading Reading, ReadOnlyMemory<byte> Text)
{
    /// <summary>One byte more than is allowed, and a byte order mark, so that a file that is too large is seen to be.</summary>
    private static readonly int s_most = DrawflowLimits.Default.MaxBytes + 4;

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
            var buffer = new byte[(int)Math.Min(stream.Length, s_most)];
            var text = buffer.AsMemory(0, await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
            return (new(path, DrawflowReader.Read(text, DrawflowLimits.Default), text), null);
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
