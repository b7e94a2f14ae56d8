namespace FlowEngine.Databases;

/// <summary>The server's programs.</summary>
internal static class PostgreSqlPrograms
{
    private const string Versions = "/usr/lib/postgresql";

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static string? Folder { get; } = Folders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static IEnumerable<string> Folders()
    {
        var debian = Directory.Exists(Versions)
            ? Directory.GetDirectories(Versions).OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }
}
