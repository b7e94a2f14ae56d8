using System.Data.Common;
using System.Globalization;
using FlowEngine.Storage.Statements;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>The one pool of connections to the database, each set up the same way.</summary>
internal sealed class MySqlConnections : IAsyncDisposable, IDisposable
{
    private static readonly string[] s_poolSize = ["Maximum Pool Size", "MaximumPoolSize", "MaxPoolSize", "Max Pool Size"];

    private readonly MySqlConnectionStringBuilder _settings;
    private readonly MySqlOptions _options;

    public MySqlConnections(string connectionString, MySqlOptions options)
    {
        _options = options;
        _settings = new MySqlConnectionStringBuilder(connectionString)
        {
            // As the model stores them, and as the provider of EF asks for.
            GuidFormat = MySqlGuidFormat.Char36,
            AllowUserVariables = true,
            UseAffectedRows = false,
        };
        if (string.IsNullOrEmpty(_settings.ApplicationName))
        {
            _settings.ApplicationName = "flowengine";
        }

        var pooled = new MySqlConnectionStringBuilder(_settings.ConnectionString)
        {
            // The session is set up once instead of being reset, at a round trip, at each use.
            ConnectionReset = false,
        };
        var named = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!s_poolSize.Any(named.ContainsKey))
        {
            pooled.MaximumPoolSize = (uint)options.Connections;
        }

        PoolSize = (int)pooled.MaximumPoolSize;
        Pool = Source(pooled);
    }

    public MySqlDataSource Pool { get; }

    public int PoolSize { get; }

    public string Database => _settings.Database;

    /// <summary>How tools of the database are told where it is.</summary>
    public MySqlConnectionStringBuilder Settings => new(_settings.ConnectionString);

    /// <summary>A connection outside the pool: a lock of the session ends with it.</summary>
    public Task<MySqlConnection> OpenOwnAsync(CancellationToken cancellationToken) => OpenAsync(_settings.Database, cancellationToken);

    /// <summary>A connection to the server that names no database.</summary>
    public Task<MySqlConnection> OpenServerAsync(CancellationToken cancellationToken) => OpenAsync("", cancellationToken);

    /// <summary>The statements as one round trip.</summary>
    public MySqlBatch Batch(MySqlConnection connection, params IEnumerable<SqlStatement> statements)
    {
        var batch = new MySqlBatch(connection);
        foreach (var statement in statements)
        {
            _options.OnStatement?.Invoke(statement.Sql);
            batch.BatchCommands.Add(Commands.Of(statement));
        }

        return batch;
    }

    public ValueTask DisposeAsync() => Pool.DisposeAsync();

    public void Dispose() => Pool.Dispose();

    private MySqlDataSource Source(MySqlConnectionStringBuilder settings) => new MySqlDataSourceBuilder(settings.ConnectionString)
        .UseConnectionOpenedCallback(async (context, cancellationToken) =>
        {
            if (context.Conditions.HasFlag(MySqlConnectionOpenedConditions.New))
            {
                await using var command = new MySqlCommand(Session(), context.Connection);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        })
        .Build();

    /// <summary>A server may be set otherwise; rows are locked as they are found, and what does not fit is refused.</summary>
    private string Session() => string.Create(CultureInfo.InvariantCulture, $"""
        SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
        SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
          innodb_lock_wait_timeout = {Math.Max(1, (int)_options.LockTimeout.TotalSeconds)}
        """);

    private async Task<MySqlConnection> OpenAsync(string database, CancellationToken cancellationToken)
    {
        var settings = new MySqlConnectionStringBuilder(_settings.ConnectionString)
        {
            Database = database, Pooling = false, DefaultCommandTimeout = 0, Keepalive = 30,
        };
        var connection = new MySqlConnection(settings.ConnectionString);
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
