using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>The one pool of connections to the database, each set up the same way.</summary>
internal sealed class PostgreSqlConnections : IAsyncDisposable, IDisposable
{
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

    /// <summary>A connection outside the pool that waits for locks as long as it takes: a lock of the session ends with it.</summary>
    public Task<NpgsqlConnection> OpenOwnAsync(CancellationToken cancellationToken) => OpenAsync(_settings.Database, cancellationToken);

    /// <summary>A connection to the database that every server has.</summary>
    public Task<NpgsqlConnection> OpenMaintenanceAsync(CancellationToken cancellationToken) => OpenAsync("postgres", cancellationToken);

    public NpgsqlBatchCommand Command(Statement statement)
    {
        _options.OnStatement?.Invoke(statement.Sql);
        return statement.ToCommand();
    }

    /// <summary>The statements as one round trip.</summary>
    public NpgsqlBatch Batch(NpgsqlConnection connection, params IEnumerable<Statement> statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(Command(statement));
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
