using System.Data.Common;
using FlowEngine.Moving.Generating;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Moving.Importing;

/// <summary>Makes tables of any shape, and fills them.</summary>
internal static class TableWriter
{
    public static async Task CreateAsync(ISourceDatabase kind, DbConnection connection, GeneratedTable table, CancellationToken cancellationToken)
    {
        var indexes = table.Indexes.Select(column => $"CREATE INDEX {table.Name}_{column}_index ON {table.Name} ({column})");
        var columns = string.Join(", ", table.Columns.Select(column => $"{column.Name} {kind.ColumnType(column.Type)}"));
        foreach (var sql in indexes.Prepend($"CREATE TABLE {table.Name} ({columns})"))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>In one transaction.</summary>
    public static async Task InsertAsync(
        ISourceDatabase kind, DbConnection connection, IEnumerable<GeneratedRow> rows, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var group in rows.GroupBy(row => row.Table))
        {
            await InsertAsync(kind, connection, transaction, group.Key, group, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task InsertAsync(
        ISourceDatabase kind, DbConnection connection, DbTransaction transaction, GeneratedTable table, IEnumerable<GeneratedRow> rows,
        CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = table.Columns.Select(column => column.Name).ToList();
        command.CommandText = $"INSERT INTO {table.Name} ({string.Join(", ", names)}) VALUES ({string.Join(", ", table.Columns.Select(column => kind.Value($"@{column.Name}", column.Type)))})";
        var parameters = names.Select(name =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{name}";
            command.Parameters.Add(parameter);
            return parameter;
        }).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                parameters[i].Value = row.Values[i] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
