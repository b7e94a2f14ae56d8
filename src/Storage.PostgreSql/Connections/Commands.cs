using FlowEngine.Storage.Statements;
using Npgsql;
using NpgsqlTypes;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>Statements as this database takes them: each value of a known type, nulls too, so that one text is one prepared statement.</summary>
internal static class Commands
{
    public static NpgsqlBatchCommand Of(SqlStatement statement)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        foreach (var argument in statement.Arguments)
        {
            command.Parameters.Add(Parameter(argument));
        }

        return command;
    }

    public static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUniversalTime(),
        string text => StoredText.Of(text)!,
        _ => value,
    };

    private static NpgsqlParameter Parameter(SqlArgument argument) => argument switch
    {
        { IsArray: true } => new(argument.Name, NpgsqlDbType.Array | Type(argument.Type)) { Value = Array(argument.Type, (object?[])argument.Value!) },
        { Type: SqlType.OfValue } => new(argument.Name, Value(argument.Value)),
        _ => new(argument.Name, Type(argument.Type)) { Value = Value(argument.Value) },
    };

    private static NpgsqlDbType Type(SqlType type) => type switch
    {
        SqlType.Text => NpgsqlDbType.Text,
        SqlType.Integer => NpgsqlDbType.Integer,
        SqlType.Long => NpgsqlDbType.Bigint,
        SqlType.Flag => NpgsqlDbType.Boolean,
        SqlType.Real => NpgsqlDbType.Double,
        SqlType.Number => NpgsqlDbType.Numeric,
        SqlType.Id => NpgsqlDbType.Uuid,
        SqlType.Time => NpgsqlDbType.TimestampTz,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    private static Array Array(SqlType type, object?[] values) => type switch
    {
        SqlType.Text => System.Array.ConvertAll(values, value => StoredText.Of((string?)value)),
        SqlType.Integer => System.Array.ConvertAll(values, value => (int?)value),
        SqlType.Long => System.Array.ConvertAll(values, value => (long?)value),
        SqlType.Flag => System.Array.ConvertAll(values, value => (bool?)value),
        SqlType.Real => System.Array.ConvertAll(values, value => (double?)value),
        SqlType.Number => System.Array.ConvertAll(values, value => (decimal?)value),
        SqlType.Id => System.Array.ConvertAll(values, value => (Guid?)value),
        SqlType.Time => System.Array.ConvertAll(values, value => ((DateTimeOffset?)value)?.ToUniversalTime()),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };
}
