using System.Diagnostics;
using MySqlConnector;

namespace FlowEngine.Databases;

/// <summary>
/// A server of the test process's own: nobody else's data, no port, no password, gone with the process however it ends. Or the one that the
/// environment names, where databases are made and dropped again.
/// </summary>
public sealed class MySqlServer
{
    /// <summary>Connection string of a user who may make databases and users.</summary>
    public const string Variable = "FLOWENGINE_TEST_MYSQL";

    /// <summary>
    /// A server does not run as root. It ends when the process that started this closes the input, as it does by dying.
    /// </summary>
    private const string Script = """
        server=$1; install=$2; dir=$3; cd "$dir" || exit 1
        as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }
        [ "$(id -u)" != 0 ] || chown 65534:65534 "$dir"
        {
          as "$install" --no-defaults --datadir="$dir/data" --auth-root-authentication-method=normal --skip-test-db
          as "$server" --no-defaults --datadir="$dir/data" --socket="$dir/socket" --pid-file="$dir/pid" --skip-networking --max-connections=1000 \
            --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 --skip-log-bin --innodb-file-per-table=0 &
        } >"$dir/log" 2>&1
        read -r _
        kill -KILL "$(cat "$dir/pid")"; wait
        cd /; rm -rf "$dir"
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<MySqlServer>> s_shared = new(StartAsync);

    private readonly string _connectionString;
    private readonly string _prefix = $"fe_{Environment.ProcessId}_";
    private int _made;

    /// <summary>Null where it is not ours. Without it the server's input would be closed.</summary>
    private readonly Process? _process;

    private MySqlServer(string connectionString, Process? process) => (_connectionString, _process) = (connectionString, process);

    /// <summary>Started by whoever asks first.</summary>
    public static Task<MySqlServer> SharedAsync() => s_shared.Value;

    public string NewName() => $"{_prefix}{Interlocked.Increment(ref _made)}";

    public string ConnectionString(string database) => $"{_connectionString};Database={database}";

    /// <summary>The same, for a user who may only read.</summary>
    public async Task<string> AddReaderAsync(string database)
    {
        await ExecuteAsync($"CREATE USER IF NOT EXISTS '{database}' IDENTIFIED BY 'reader'; GRANT SELECT ON `{database}`.* TO '{database}'");
        return $";User ID={database};Password=reader";
    }

    public Task CreateAsync(string database, string sql) => ExecuteAsync($"CREATE DATABASE {database} CHARACTER SET utf8mb4; USE {database}; {sql}");

    public Task DropAsync(string database) => ExecuteAsync($"DROP DATABASE IF EXISTS {database}; DROP USER IF EXISTS '{database}'");

    public async Task<bool> ExistsAsync(string database)
    {
        await using var connection = await OpenAsync();
        await using var command = new MySqlCommand($"SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = '{database}'", connection);
        return await command.ExecuteScalarAsync() is > 0L;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new MySqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<MySqlServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return new(named, process: null);
        }

        if (MySqlPrograms.Server is not { } program || MySqlPrograms.Install is not { } install)
        {
            throw new InvalidOperationException(DatabaseNames.NoMySql);
        }

        var folder = Directory.CreateTempSubdirectory("flowengine-my-").FullName;
        var start = new ProcessStartInfo("sh", ["-c", Script, "mysql", program, install, folder]) { RedirectStandardInput = true };
        var process = Process.Start(start)!;
        var server = new MySqlServer($"Server={folder}/socket;ConnectionProtocol=unix;User ID=root", process);
        await server.ReadyAsync(Path.Combine(folder, "log"));
        return server;
    }

    private async Task ReadyAsync(string log)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = await OpenAsync();
                return;
            }
            catch (MySqlException) when (began.Elapsed < s_patience && _process is { HasExited: false })
            {
                await Task.Delay(50);
            }
            catch (MySqlException fault)
            {
                throw new InvalidOperationException(File.Exists(log) ? await File.ReadAllTextAsync(log) : "MariaDB did not start.", fault);
            }
        }
    }

    private async Task<MySqlConnection> OpenAsync()
    {
        var connection = new MySqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
