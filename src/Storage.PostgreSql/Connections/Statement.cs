using FlowEngine.Storage.Database;
using Npgsql;
using NpgsqlTypes;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>SQL with its values, each of a known type, nulls too: one text then is one prepared statement.</summary>
internal sealed class Statement(string sql)
{
    private readonly List<NpgsqlParameter> _values = [];

    public string Sql => sql;

    public static Statement Of(SqlWrite write) => write.Arguments.Aggregate(
        new Statement(write.Sql), (statement, argument) => statement.With(argument.Name, argument.Value));

    public Statement With(string name, string? value) => Add(name, NpgsqlDbType.Text, StoredText.Of(value));

    public Statement With(string name, long? value) => Add(name, NpgsqlDbType.Bigint, value);

    public Statement With(string name, long value) => Add(name, NpgsqlDbType.Bigint, value);

    public Statement With(string name, int value) => Add(name, NpgsqlDbType.Integer, value);

    public Statement With(string name, bool value) => Add(name, NpgsqlDbType.Boolean, value);

    public Statement With(string name, double? value) => Add(name, NpgsqlDbType.Double, value);

    public Statement With(string name, decimal? value) => Add(name, NpgsqlDbType.Numeric, value);

    public Statement With(string name, Guid value) => Add(name, NpgsqlDbType.Uuid, value);

    public Statement With(string name, DateTimeOffset? value) => Add(name, NpgsqlDbType.TimestampTz, value?.ToUniversalTime());

    public Statement With(string name, IEnumerable<string?> values) =>
        Add(name, NpgsqlDbType.Array | NpgsqlDbType.Text, values.Select(StoredText.Of).ToArray());

    public Statement With(string name, IEnumerable<long> values) => Add(name, NpgsqlDbType.Array | NpgsqlDbType.Bigint, values.ToArray());

    public Statement With(string name, IEnumerable<DateTimeOffset> values) =>
        Add(name, NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, values.Select(time => time.ToUniversalTime()).ToArray());

    /// <summary>Of a type that the value has; a null's is the server's to find.</summary>
    public Statement With(string name, object? value)
    {
        _values.Add(new NpgsqlParameter(name, value switch
        {
            null => DBNull.Value,
            DateTimeOffset time => time.ToUniversalTime(),
            string text => StoredText.Of(text)!,
            _ => value,
        }));
        return this;
    }

    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in _values)
        {
            command.Parameters.Add(value.Clone());
        }

        return command;
    }

    private Statement Add(string name, NpgsqlDbType type, object? value)
    {
        _values.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
        return this;
    }
}
