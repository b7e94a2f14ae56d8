using System.Globalization;
using FlowEngine.Storage.MySql.Connections;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>Statements whose parameters are called as the columns.</summary>
internal static class Insert
{
    private const string OfConversation =
        "FROM ai_conversations c WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id";

    public static string Into(string table, params ReadOnlySpan<string> columns) =>
        $"INSERT INTO {table} ({Names(columns)}) VALUES (@{string.Join(", @", columns!)})";

    /// <summary>One row of the conversation that <c>@public_id</c> names; none where it is not there.</summary>
    public static string IntoConversation(string table, params ReadOnlySpan<string> columns) =>
        $"INSERT INTO {table} (conversation_id, {Names(columns)}) SELECT c.id, @{string.Join(", @", columns!)} {OfConversation}";

    /// <summary>As many rows as <paramref name="values"/>; an error where the conversation is not there.</summary>
    /// <param name="shared">Columns that have the same value in every row.</param>
    /// <param name="after">What follows the rows.</param>
    public static Statement ManyIntoConversation(
        string table, IReadOnlyList<string> shared, IReadOnlyList<string> columns, IReadOnlyList<object?[]> values, string after = "")
    {
        var head = $"((SELECT c.id {OfConversation}), @{string.Join(", @", shared)}";
        var rows = Enumerable.Range(0, values.Count).Select(row => $"{head}, {string.Join(", ", columns.Select(column => "@" + Name(column, row)))})");
        string[] names = ["conversation_id", .. shared, .. columns];
        var statement = new Statement($"INSERT INTO {table} ({Names(names)}) VALUES {string.Join(", ", rows)}{after}");
        for (var row = 0; row < values.Count; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                statement.With(Name(columns[column], row), values[row][column]);
            }
        }

        return statement;
    }

    private static string Names(params ReadOnlySpan<string> columns) => $"`{string.Join("`, `", columns!)}`";

    private static string Name(string column, int row) => string.Create(CultureInfo.InvariantCulture, $"{column}_{row}");
}
