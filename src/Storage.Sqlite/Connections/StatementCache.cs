using FlowEngine.Storage.Statements;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>The prepared statements of one connection, by their text. Not for several threads at once.</summary>
internal sealed class StatementCache(SqliteConnection connection, Action<string>? onStatement) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    /// <summary>The command with its values set; its parameters keep their order, which is that of the first call.</summary>
    public SqliteCommand Get(string sql, IReadOnlyList<(string Name, object? Value)> arguments)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            onStatement?.Invoke(sql);
            command = Create(sql, arguments);
            _commands.Add(sql, command);
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            command.Parameters[i].Value = SqliteValues.Parameter(arguments[i].Value);
        }

        return command;
    }

    public int Execute(string sql, params IReadOnlyList<(string Name, object? Value)> arguments) => Get(sql, arguments).ExecuteNonQuery();

    public object? Scalar(string sql, params IReadOnlyList<(string Name, object? Value)> arguments)
    {
        var value = Get(sql, arguments).ExecuteScalar();
        return value is DBNull ? null : value;
    }

    /// <param name="given">A value that a statement before it gave; for those that do not ask for it, it is none.</param>
    public int Execute(SqlStatement statement, (string Name, object? Value)? given) => Get(statement, given).ExecuteNonQuery();

    public object? Scalar(SqlStatement statement, (string Name, object? Value)? given)
    {
        var value = Get(statement, given).ExecuteScalar();
        return value is DBNull ? null : value;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        connection.Dispose();
    }

    private SqliteCommand Get(SqlStatement statement, (string Name, object? Value)? given)
    {
        var arguments = new List<(string, object?)>(statement.Arguments.Count + 1);
        foreach (var argument in statement.Arguments)
        {
            arguments.Add((argument.Name, argument.Value));
        }

        if (given is { } value && statement.Sql.Contains($"@{value.Name}", StringComparison.Ordinal))
        {
            arguments.Add(value);
        }

        return Get(statement.Sql, arguments);
    }

    private SqliteCommand Create(string sql, IReadOnlyList<(string Name, object? Value)> arguments)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, _) in arguments)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
        }

        return command;
    }
}
