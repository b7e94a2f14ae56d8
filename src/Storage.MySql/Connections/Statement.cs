using FlowEngine.Storage.Database;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>SQL with its values.</summary>
internal sealed class Statement(string sql)
{
    private readonly List<(string Name, object? Value)> _values = [];

    public string Sql => sql;

    public static Statement Of(SqlWrite write) => write.Arguments.Aggregate(
        new Statement(write.Sql), (statement, argument) => statement.With(argument.Name, argument.Value));

    public Statement With(string name, object? value)
    {
        _values.Add((name, value));
        return this;
    }

    public MySqlBatchCommand ToCommand()
    {
        var command = new MySqlBatchCommand(sql);
        foreach (var (name, value) in _values)
        {
            command.Parameters.Add(Parameter(name, value));
        }

        return command;
    }

    /// <summary>Times are stored in UTC.</summary>
    public static MySqlParameter Parameter(string name, object? value) =>
        new(name, value is DateTimeOffset time ? time.UtcDateTime : value ?? DBNull.Value);
}
