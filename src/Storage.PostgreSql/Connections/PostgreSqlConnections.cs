using System.Data.Common;
using System.Globalization;
using FlowEngine.Storage.Statements;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>The one pool of connections to the database, each set up the same way.</summary>
internal sealed class PostgreSqlConnections : IAsyncDisposable, IDisposable
{
    private const int Tries = 3;

    private static readonly string[] s_poolSize = ["Maximum Pool Size", "MaxPoolSize", "Max Pool Size"];

    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly PostgreSqlOptions _options;

    public PostgreSqlConnections(string connectionString, PostgreSqlOptions options)
    {
        _options = options;
        _settings = new NpgsqlConnectionStringBuilder(connectionString);
        _settings.ApplicationName ??= "flowengine";
        if (string.IsNullOrEmpty(_settings.Database))
        {
            _settings.Database = _settings.Username;
        }

        var pooled = new NpgsqlConnectionStringBuilder(_settings.ConnectionString)
        {
            MaxAutoPrepare = options.PreparedStatements,
            AutoPrepareMinUsages = 2,
            Options = $"{_settings.Options} -c lock_timeout={Milliseconds(options.LockTimeout)}".Trim(),
            // Nothing that uses the pool leaves session state behind: locks and settings are a transaction's. A lease costs no reset then.
            NoResetOnClose = true,
        };
        var named = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!s_poolSize.Any(named.ContainsKey))
        {
            pooled.MaxPoolSize = options.Connections;
        }

        Pool = NpgsqlDataSource.Create(pooled.ConnectionString);
    }

    public NpgsqlDataSource Pool { get; }

    public string Database => _settings.Database ?? "";

    /// <summary>How tools of PostgreSQL are told where the database is.</summary>
    public NpgsqlConnectionStringBuilder Settings => new(_settings.ConnectionString);

    /// <summary>
    /// The one way to use the pool by hand. A connection is given back only where the server itself refused what was sent; after any other
    /// fault the pool is renewed: a batch may have been sent in part, and its statements may be known to one side only.
    /// </summary>
    /// <param name="work">Is called again where the server does not know a prepared statement: it must leave nothing behind when it throws.</param>
    /// <exception cref="BrokenConnectionException">The connection broke; the work may or may not be done.</exception>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await Pool.OpenConnectionAsync(cancellationToken);
            try
            {
                return await work(connection);
            }
            catch (PostgresException forgotten) when (PostgreSqlFaults.IsUnknownStatement(forgotten))
            {
                Pool.Clear();
                if (attempt == Tries)
                {
                    throw;
                }
            }
            catch (Exception fault) when (PostgreSqlFaults.IsBroken(fault, connection))
            {
                // After a restart of the server every idle connection is dead: none of them is tried again.
                Pool.Clear();
                throw new BrokenConnectionException(fault);
            }
            catch (Exception fault) when (!PostgreSqlFaults.IsServers(fault))
            {
                Pool.Clear();
                throw;
            }
        }
    }

    /// <summary>A connection outside the pool that waits for locks as long as it takes: a lock of the session ends with it.</summary>
    public Task<NpgsqlConnection> OpenOwnAsync(CancellationToken cancellationToken) => OpenAsync(_settings.Database, cancellationToken);

    /// <summary>A connection to the database that every server has.</summary>
    public Task<NpgsqlConnection> OpenMaintenanceAsync(CancellationToken cancellationToken) => OpenAsync("postgres", cancellationToken);

    /// <summary>The statements as one round trip.</summary>
    public NpgsqlBatch Batch(NpgsqlConnection connection, params IEnumerable<SqlStatement> statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            _options.OnStatement?.Invoke(statement.Sql);
            batch.BatchCommands.Add(Commands.Of(statement));
        }

        return batch;
    }

    public ValueTask DisposeAsync() => Pool.DisposeAsync();

    public void Dispose() => Pool.Dispose();

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private async Task<NpgsqlConnection> OpenAsync(string? database, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(_settings.ConnectionString)
        {
            Database = database, Pooling = false, CommandTimeout = 0, KeepAlive = 30,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
