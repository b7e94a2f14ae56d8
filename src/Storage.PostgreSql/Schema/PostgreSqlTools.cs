namespace FlowEngine.Storage.PostgreSql.Schema;

/// <summary>PostgreSQL's client programs: on the path, or where Debian keeps those of each version.</summary>
internal static class PostgreSqlTools
{
    private const string Versions = "/usr/lib/postgresql";

    public static string? Find(string tool) =>
        Folders().Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? tool + ".exe" : tool)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Folders()
    {
        var newestFirst = Directory.Exists(Versions)
            ? Directory.GetDirectories(Versions).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            : Enumerable.Empty<string>();
        return
        [
            .. newestFirst.Select(folder => Path.Combine(folder, "bin")),
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        ];
    }
}
