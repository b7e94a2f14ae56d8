using System.Data.Common;
using System.Globalization;

namespace FlowEngine.Databases;

/// <summary>Where one test has its data: a database that nobody else uses and that goes with the test.</summary>
public abstract class DatabaseHome : IAsyncDisposable
{
    /// <summary>One of <see cref="DatabaseNames"/>.</summary>
    public abstract string Provider { get; }

    public abstract string ConnectionString { get; }

    /// <summary>As the command line of the service takes them.</summary>
    public string[] Settings =>
        [$"--FlowEngine:Database:Provider={Provider}", $"--FlowEngine:Database:ConnectionString={ConnectionString}"];

    /// <summary>A place for a database that is not made yet.</summary>
    public static async Task<DatabaseHome> ForAsync(string provider) => provider switch
    {
        DatabaseNames.Sqlite => new SqliteHome(),
        DatabaseNames.PostgreSql => new PostgreSqlHome(await PostgreSqlCluster.SharedAsync()),
        DatabaseNames.MySql => new MySqlHome(await MySqlServer.SharedAsync()),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, message: null),
    };

    public abstract Task<bool> ExistsAsync();

    /// <summary>Makes it, without anything in it.</summary>
    public abstract Task CreateAsync();

    /// <summary>Makes it as a copy of another, which nobody uses.</summary>
    public abstract Task CopyAsync(DatabaseHome template);

    /// <summary>What a connection string ends with of a program that may not write.</summary>
    public abstract Task<string> ReadOnlyAsync();

    /// <summary>As any other program would open it.</summary>
    public abstract DbConnection Open();

    public int Execute(string sql, params IReadOnlyList<(string Name, object? Value)> arguments)
    {
        using var connection = Open();
        using var command = Command(connection, sql, arguments);
        return command.ExecuteNonQuery();
    }

    /// <summary>Numbers as whichever the test asks for.</summary>
    public T Scalar<T>(string sql, params IReadOnlyList<(string Name, object? Value)> arguments)
    {
        using var connection = Open();
        using var command = Command(connection, sql, arguments);
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), CultureInfo.InvariantCulture);
    }

    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> read, params IReadOnlyList<(string Name, object? Value)> arguments)
    {
        using var connection = Open();
        using var command = Command(connection, sql, arguments);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public abstract ValueTask DisposeAsync();

    private static DbCommand Command(DbConnection connection, string sql, IReadOnlyList<(string Name, object? Value)> arguments)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in arguments)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
