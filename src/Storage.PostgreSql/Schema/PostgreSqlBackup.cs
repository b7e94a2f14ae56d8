using System.Diagnostics;
using System.Globalization;
using FlowEngine.Storage.PostgreSql.Connections;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Schema;

/// <summary>A dump by PostgreSQL's own tool, whose list of contents is read before it counts.</summary>
internal static class PostgreSqlBackup
{
    public static async Task<string> MakeAsync(
        PostgreSqlConnections connections, string folder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settings = connections.Settings;
        var path = Path.GetFullPath(Path.Combine(folder, string.Create(
            CultureInfo.InvariantCulture, $"{connections.Database}.backup-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}.dump")));
        await RunAsync("pg_dump", ["--format=custom", "--no-password", $"--file={path}"], settings, cancellationToken);
        await RunAsync("pg_restore", ["--list", path], settings, cancellationToken);
        return path;
    }

    private static async Task RunAsync(
        string tool, string[] arguments, NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(PostgreSqlTools.Find(tool) ?? throw Refused($"'{tool}' was not found"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables(settings).Where(variable => !string.IsNullOrEmpty(variable.Value)))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw Refused($"'{tool}' did not start");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        _ = await output;
        if (process.ExitCode != 0)
        {
            throw Refused($"'{tool}' failed: {(await errors).Trim()}");
        }
    }

    /// <summary>How libpq is told what the connection string says; a password stands in no list of processes.</summary>
    private static (string Name, string? Value)[] Variables(NpgsqlConnectionStringBuilder settings) =>
    [
        ("PGHOST", settings.Host), ("PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture)), ("PGDATABASE", settings.Database),
        ("PGUSER", settings.Username), ("PGPASSWORD", settings.Password), ("PGPASSFILE", settings.Passfile),
        ("PGSSLROOTCERT", settings.RootCertificate), ("PGSSLMODE", SslMode(settings.SslMode)),
    ];

    private static string SslMode(SslMode mode) => mode switch
    {
        Npgsql.SslMode.VerifyCA => "verify-ca",
        Npgsql.SslMode.VerifyFull => "verify-full",
        Npgsql.SslMode.Disable => "disable",
        Npgsql.SslMode.Allow => "allow",
        Npgsql.SslMode.Require => "require",
        _ => "prefer",
    };

    private static InvalidDataException Refused(string why) => new(
        $"No copy of the database could be made, so nothing was changed: {why}. Make one by other means and give --no-backup REASON.");
}
