using System.Diagnostics;
using System.Globalization;
using System.Text;
using FlowEngine.Storage.MySql.Connections;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>A dump by the database's own tool, which counts when its last line says that it is whole.</summary>
internal static class MySqlBackup
{
    private const string Whole = "-- Dump completed";
    private const int LastBytes = 200;

    public static async Task<string> MakeAsync(
        MySqlConnections connections, string folder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tool = MySqlTools.Find("mariadb-dump", "mysqldump") ?? throw Refused("neither 'mariadb-dump' nor 'mysqldump' was found");
        var path = Path.GetFullPath(Path.Combine(folder, string.Create(
            CultureInfo.InvariantCulture, $"{connections.Database}.backup-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}.sql")));
        await RunAsync(tool, Arguments(connections.Settings, path), connections.Settings.Password, cancellationToken);
        return await IsWholeAsync(path, cancellationToken) ? path : throw Refused($"'{path}' is cut off");
    }

    /// <summary>Everything of the database, as it is at one moment, without locking anybody out.</summary>
    private static List<string> Arguments(MySqlConnectionStringBuilder settings, string path)
    {
        List<string> arguments =
        [
            "--no-defaults", "--single-transaction", "--quick", "--routines", "--triggers", "--events", "--hex-blob",
            "--default-character-set=utf8mb4", $"--result-file={path}",
        ];
        if (settings.ConnectionProtocol == MySqlConnectionProtocol.UnixSocket || settings.Server.StartsWith('/'))
        {
            arguments.Add($"--socket={settings.Server}");
        }
        else
        {
            arguments.Add($"--host={settings.Server}");
            arguments.Add(string.Create(CultureInfo.InvariantCulture, $"--port={settings.Port}"));
            arguments.Add("--protocol=tcp");
        }

        arguments.Add($"--user={settings.UserID}");
        arguments.Add(settings.Database);
        return arguments;
    }

    /// <summary>A password stands in no list of processes.</summary>
    private static async Task RunAsync(string tool, List<string> arguments, string password, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MYSQL_PWD"] = password;
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

    private static async Task<bool> IsWholeAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        file.Seek(-Math.Min(LastBytes, file.Length), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return (await reader.ReadToEndAsync(cancellationToken)).Contains(Whole, StringComparison.Ordinal);
    }

    private static InvalidDataException Refused(string why) => new(
        $"No copy of the database could be made, so nothing was changed: {why}. Make one by other means and give --no-backup REASON.");
}
