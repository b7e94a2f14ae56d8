namespace FlowEngine.Databases;

/// <summary>The server's programs.</summary>
internal static class PostgreSqlPrograms
{
    private const string Versions = "/usr/lib/postgresql";

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static string? Folder { get; } = Folders().FirstOrDefault(folder => Has(folder, "initdb") && Has(folder, "postgres"));

    /// <summary>A link that leads nowhere counts as a file that exists.</summary>
    private static bool Has(string folder, string program)
    {
        var file = Path.Combine(folder, program);
        return File.Exists(file) && (File.ResolveLinkTarget(file, returnFinalTarget: true)?.Exists ?? true);
    }

    private static IEnumerable<string> Folders()
    {
        var debian = Directory.Exists(Versions)
            ? Directory.GetDirectories(Versions).OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }
}
