namespace FlowEngine.Databases;

/// <summary>The server's programs.</summary>
internal static class MySqlPrograms
{
    private static readonly string[] s_folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), "/usr/sbin", "/usr/bin",
    ];

    /// <summary>Null where MariaDB is not installed.</summary>
    public static string? Server { get; } = Find("mariadbd");

    public static string? Install { get; } = Find("mariadb-install-db");

    private static string? Find(string program) => s_folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
