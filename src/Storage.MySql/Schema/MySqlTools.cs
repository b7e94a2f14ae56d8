namespace FlowEngine.Storage.MySql.Schema;

/// <summary>Client programs of MariaDB or MySQL on the path.</summary>
internal static class MySqlTools
{
    /// <summary>The first of the names that is there.</summary>
    public static string? Find(params IEnumerable<string> names) => names
        .SelectMany(name => Folders().Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
        .FirstOrDefault(File.Exists);

    private static string[] Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
