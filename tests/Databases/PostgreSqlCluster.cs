using System.Diagnostics;
using Npgsql;

namespace FlowEngine.Databases;

/// <summary>
/// A server of the test process's own: nobody else's data, no port, no password, gone with the process however it ends.
/// </summary>
public sealed class PostgreSqlCluster : IAsyncDisposable
{
    /// <summary>
    /// A server does not run as root. It ends when the process that started this closes the input, as it does by dying; and
    /// this ends at once when the server does, so that nobody waits for one that cannot start.
    /// </summary>
    private const string Script = """
        bin=$1; dir=$2; cd "$dir" || exit 1
        as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }
        [ "$(id -u)" != 0 ] || chown 65534:65534 "$dir"
        exec 3<&0 >"$dir/log" 2>&1
        as "$bin/initdb" -D "$dir/data" -U flowengine --auth=trust --no-sync -E UTF8 --locale=C || exit 1
        trap 'exit 1' TERM
        {
          while :; do
            as "$bin/postgres" -D "$dir/data" -c listen_addresses= -c unix_socket_directories="$dir" -c max_connections=400 \
              -c shared_buffers=64MB -c fsync=off -c synchronous_commit="$3" -c full_page_writes=off -c autovacuum=off
            [ -e "$dir/again" ] || break
            rm -f "$dir/again"
          done
          kill $$
        } 3<&- &
        read -r _ <&3
        trap '' TERM
        kill -QUIT "$(head -n 1 "$dir/data/postmaster.pid")"; wait
        cd /; rm -rf "$dir"
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<PostgreSqlCluster>> s_shared = new(() => StartAsync("off"));

    private readonly string _folder;
    private readonly Process _process;
    private int _made;

    private PostgreSqlCluster(string folder, Process process)
    {
        (_folder, _process) = (folder, process);
    }

    /// <summary>Started by whoever asks first.</summary>
    public static Task<PostgreSqlCluster> SharedAsync() => s_shared.Value;

    /// <summary>One that a test may stop and start; what it has committed outlives that.</summary>
    public static Task<PostgreSqlCluster> StartOwnAsync() => StartAsync("on");

    /// <summary>Stops the server and starts it again.</summary>
    /// <param name="isCrash">It ends at once, without a word to those connected; else it tells them.</param>
    public async Task RestartAsync(bool isCrash)
    {
        var pidFile = Path.Combine(_folder, "data", "postmaster.pid");
        var server = await FirstLineAsync(pidFile);
        await File.WriteAllTextAsync(Path.Combine(_folder, "again"), "");
        using var kill = Process.Start("kill", [isCrash ? "-QUIT" : "-INT", server!]);
        await kill.WaitForExitAsync();
        var began = Stopwatch.StartNew();
        while (await FirstLineAsync(pidFile) == server)
        {
            if (began.Elapsed > s_patience)
            {
                throw new TimeoutException("PostgreSQL did not stop.");
            }

            await Task.Delay(10);
        }

        await ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(s_patience);
        await _process.WaitForExitAsync(patience.Token);
        _process.Dispose();
    }

    public string NewName() => $"test{Interlocked.Increment(ref _made)}";

    public string ConnectionString(string database) => $"Host={_folder};Username=flowengine;Database={database}";

    public Task CreateAsync(string database, string template) => ExecuteAsync($"CREATE DATABASE {database} TEMPLATE {template}");

    public Task DropAsync(string database) => ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    public async Task<bool> ExistsAsync(string database)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = '{database}')", connection);
        return await command.ExecuteScalarAsync() is true;
    }

    private static async Task<PostgreSqlCluster> StartAsync(string synchronousCommit)
    {
        var programs = PostgreSqlPrograms.Folder
            ?? throw new InvalidOperationException("PostgreSQL is not installed: no initdb in /usr/lib/postgresql/*/bin or on the path.");
        var folder = Directory.CreateTempSubdirectory("flowengine-pg-").FullName;
        var start = new ProcessStartInfo("sh", ["-c", Script, "postgresql", programs, folder, synchronousCommit]) { RedirectStandardInput = true };
        var cluster = new PostgreSqlCluster(folder, Process.Start(start)!);
        await cluster.ReadyAsync();
        return cluster;
    }

    /// <summary>Null where the file is gone.</summary>
    private static async Task<string?> FirstLineAsync(string file)
    {
        try
        {
            return (await File.ReadAllLinesAsync(file)).FirstOrDefault();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private async Task ReadyAsync()
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = await OpenAsync();
                return;
            }
            catch (NpgsqlException) when (began.Elapsed < s_patience && !_process.HasExited)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException fault)
            {
                var log = Path.Combine(_folder, "log");
                throw new InvalidOperationException(File.Exists(log) ? await File.ReadAllTextAsync(log) : "PostgreSQL did not start.", fault);
            }
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
