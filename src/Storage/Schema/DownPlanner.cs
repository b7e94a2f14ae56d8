using System.Globalization;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Schema;

/// <summary>Plans the way back to the legacy schema, or to none, as far as nothing is lost on it.</summary>
internal sealed class DownPlanner(IDatabaseSchema database, SchemaDefaults defaults, IReadOnlyList<TableModel> tables, SchemaFacts facts)
{
    private readonly RowValues _values = new(database.Sql, defaults);
    private readonly List<SchemaStep> _steps = [];
    private readonly List<string> _refused = [];

    public async Task<(IReadOnlyList<SchemaStep> Steps, IReadOnlyList<string> Refused)> PlanAsync(CancellationToken cancellationToken)
    {
        _steps.AddRange(database.RemovalSteps(facts));
        var isLegacy = tables.Any(table => LegacySchema.Columns(table.Name) is not null && facts.HasRows(table.Name));
        foreach (var table in tables)
        {
            if (!facts.Tables.TryGetValue(table.Name, out var found))
            {
                continue;
            }

            if (isLegacy && LegacySchema.Columns(table.Name) is { } legacy)
            {
                await ShrinkAsync(table, found, legacy, cancellationToken);
            }
            else if (!found.HasRows || table.Name is StampedTable.Stamps or ChangeEventEntityTypeConfiguration.Table || await IsMadeAgainAsync(table.Name, cancellationToken))
            {
                _steps.Add(new($"table {table.Name} dropped", database.DropTable(table.Name)));
            }
            else
            {
                var rows = await database.CountAsync($"SELECT COUNT(*) FROM {Quote(table.Name)}", cancellationToken);
                _refused.Add(string.Create(CultureInfo.InvariantCulture, $"table {table.Name} stays: it has {rows} rows"));
            }
        }

        return (_steps, _refused);
    }

    private async Task<bool> IsMadeAgainAsync(string table, CancellationToken cancellationToken) =>
        table == TenantRepairs.Table && await database.CountAsync(TenantRepairs.Own(database.Sql), cancellationToken) == 0;

    private string Quote(string name) => database.Sql.Quote(name);

    private async Task ShrinkAsync(TableModel table, TableFacts found, IReadOnlySet<string> legacy, CancellationToken cancellationToken)
    {
        var dropped = new List<string>();
        foreach (var column in table.Columns.Where(column => found.Has(column.Name) && !legacy.Contains(column.Name)))
        {
            var rows = await database.CountAsync(Lost(table, column, found), cancellationToken);
            if (rows == 0)
            {
                dropped.Add(column.Name);
            }
            else
            {
                _refused.Add(string.Create(CultureInfo.InvariantCulture, $"column {table.Name}.{column.Name} stays: {rows} rows have a value of their own"));
            }
        }

        var indexes = found.Indexes.Where(index => table.Indexes.Contains(index.Name)).Select(index => index.Name);
        _steps.AddRange(indexes.Select(index => new SchemaStep($"index {index} dropped", [database.DropIndex(table.Name, index)])));
        _steps.AddRange(dropped.Select(column =>
            new SchemaStep($"column {table.Name}.{column} dropped", [$"ALTER TABLE {Quote(table.Name)} DROP COLUMN {Quote(column)}"])));
        if (table.Name == LegacySchema.Conversations && found.Indexes.All(index => index.Name != LegacySchema.SessionIndex))
        {
            await UniqueSessionsAsync(cancellationToken);
        }
    }

    /// <summary>Rows whose value <c>up</c> would not give them again.</summary>
    private string Lost(TableModel table, ColumnModel column, TableFacts found)
    {
        var name = Quote(column.Name);
        var given = _values.Fill(table, column, found);
        return $"SELECT COUNT(*) FROM {Quote(table.Name)} WHERE {name} IS NOT NULL{(given is null ? "" : $" AND {name} <> {given} AND {name} <> {column.Zero}")}";
    }

    private async Task UniqueSessionsAsync(CancellationToken cancellationToken)
    {
        var sessions = await database.CountAsync(
            "SELECT COUNT(*) FROM (SELECT session_id FROM ai_conversations GROUP BY session_id HAVING COUNT(*) > 1) AS shared", cancellationToken);
        if (sessions == 0)
        {
            _steps.Add(new(
                $"index {LegacySchema.SessionIndex}", [$"CREATE UNIQUE INDEX {LegacySchema.SessionIndex} ON ai_conversations (session_id)"]));
        }
        else
        {
            _refused.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"index {LegacySchema.SessionIndex} is not made: {sessions} sessions have more than one conversation, which the legacy schema forbids"));
        }
    }
}
