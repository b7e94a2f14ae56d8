using FlowEngine.Storage.Statements;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>Statements as this database takes them: its protocol asks for no types.</summary>
internal static class Commands
{
    public static MySqlBatchCommand Of(SqlStatement statement)
    {
        var command = new MySqlBatchCommand(statement.Sql);
        foreach (var argument in statement.Arguments)
        {
            command.Parameters.Add(Parameter(argument.Name, argument.Value));
        }

        return command;
    }

    /// <summary>Times are stored in UTC.</summary>
    public static MySqlParameter Parameter(string name, object? value) =>
        new(name, value is DateTimeOffset time ? time.UtcDateTime : value ?? DBNull.Value);
}
