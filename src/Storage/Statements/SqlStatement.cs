using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Statements;

/// <summary>SQL with its values.</summary>
public sealed class SqlStatement(string sql)
{
    private readonly List<SqlArgument> _arguments = [];

    public string Sql => sql;

    /// <summary>Made by <see cref="SqlDialect.One"/>: unless it changes exactly one row, nothing of all the statements is kept.</summary>
    public bool ChangesOne { get; init; }

    /// <summary>What the id of the changed row is called in the statements after it, where the dialect's inserts ask for it.</summary>
    public string? Gives { get; init; }

    public IReadOnlyList<SqlArgument> Arguments => _arguments;

    public static SqlStatement Of(SqlWrite write)
    {
        var statement = new SqlStatement(write.Sql);
        foreach (var (name, value) in write.Arguments)
        {
            statement.With(name, SqlType.OfValue, value);
        }

        return statement;
    }

    public SqlStatement With(string name, string? value) => With(name, SqlType.Text, value);

    public SqlStatement With(string name, long? value) => With(name, SqlType.Long, value);

    public SqlStatement With(string name, long value) => With(name, SqlType.Long, value);

    public SqlStatement With(string name, int value) => With(name, SqlType.Integer, value);

    public SqlStatement With(string name, bool value) => With(name, SqlType.Flag, value);

    public SqlStatement With(string name, Guid value) => With(name, SqlType.Id, value);

    public SqlStatement With(string name, DateTimeOffset? value) => With(name, SqlType.Time, value);

    public SqlStatement With(string name, SqlType type, object? value)
    {
        _arguments.Add(new(name, type, value));
        return this;
    }

    public SqlStatement WithEach(string name, SqlType type, IEnumerable<object?> values)
    {
        _arguments.Add(new(name, type, values.ToArray(), IsArray: true));
        return this;
    }
}
