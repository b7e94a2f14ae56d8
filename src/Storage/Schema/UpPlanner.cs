namespace FlowEngine.Storage.Schema;

/// <summary>Plans the steps that lead from the real schema to the model's.</summary>
internal sealed class UpPlanner(
    IDatabaseSchema database, SchemaDefaults defaults, SchemaFacts expected, IReadOnlyList<TableModel> tables, SchemaFacts facts, TenantRepairs? tenants,
    SchemaStep? slugs)
{
    private static readonly string[] s_turnColumns = ["tenant_id", "conversation_id", "status", "started_at"];

    private readonly RowValues _values = new(database.Sql, defaults);
    private readonly HashSet<string> _changed = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<SchemaDifference> Differences { get; } = SchemaComparison.Compare(expected, facts);

    public IReadOnlyList<SchemaStep> Steps()
    {
        var byTable = Differences.ToLookup(difference => difference.Table, StringComparer.OrdinalIgnoreCase);
        List<SchemaStep> steps = [.. tables.SelectMany(table => WithTenants(table, Of(table, [.. byTable[table.Name]]))), .. LastTurns(byTable[LegacySchema.Conversations])];
        if (facts.History.Count == 0)
        {
            steps.AddRange(tables.Where(table => facts.HasRows(table.Name) && !_changed.Contains(table.Name)).SelectMany(Rewritten));
        }

        return [.. steps, .. database.ExtraSteps(Left())];
    }

    /// <summary>Rows of nobody go to the first tenant, so tenants are there before other tables are changed.</summary>
    private IEnumerable<SchemaStep> WithTenants(TableModel table, IEnumerable<SchemaStep> steps)
    {
        if (table.Name != TenantRepairs.Table || tenants is null)
        {
            return steps;
        }

        List<SchemaStep> made = [.. steps];
        if (slugs is not null && !made.Contains(slugs))
        {
            made.Add(slugs);
        }

        return [.. made, .. tenants.Rows()];
    }

    /// <summary>A table that is like the model may still hold values as another program wrote them, until the first time.</summary>
    private IEnumerable<SchemaStep> Rewritten(TableModel table)
    {
        var found = facts.Tables[table.Name];
        var columns = table.Columns.Where(column => found.Has(column.Name)
            && (column.Type == typeof(DateTimeOffset) || column.Name == "session_id"));
        foreach (var column in columns)
        {
            var (name, value) = (database.Sql.Quote(column.Name), _values.Of(table, column, found));
            yield return new($"rows of {table.Name}: {column.Name} as we write it", [
                $"UPDATE {database.Sql.Quote(table.Name)} SET {name} = {value} WHERE {name} <> {value}"]);
        }
    }

    /// <summary>
    /// Conversations that had turns here before their table had a column for the last one. The column may be there without them, where a migration
    /// was broken off whose statements are committed one by one.
    /// </summary>
    private IEnumerable<SchemaStep> LastTurns(IEnumerable<SchemaDifference> differences)
    {
        if (facts.Tables.TryGetValue("conversation_turns", out var turns) && turns.HasRows
            && s_turnColumns.All(turns.Has)
            && (tenants is not null || differences.Any(difference => difference is { Kind: DifferenceKind.ColumnMissing, Name: LegacySchema.LastTurnAt })))
        {
            yield return new($"rows of {LegacySchema.Conversations}: {LegacySchema.LastTurnAt} by their turns", [
                $"""
                UPDATE {LegacySchema.Conversations} SET {LegacySchema.LastTurnAt} = (
                  SELECT MAX(t.started_at) FROM conversation_turns t
                  WHERE t.tenant_id = {LegacySchema.Conversations}.tenant_id AND t.conversation_id = {LegacySchema.Conversations}.id AND t.status = 'done')
                WHERE {LegacySchema.LastTurnAt} IS NULL
                """]);
        }
    }

    private static bool IsOfTheTable(SchemaDifference difference, TableFacts found) => difference.Kind switch
    {
        DifferenceKind.IndexMissing => false,
        DifferenceKind.IndexDiffers or DifferenceKind.IndexExtra =>
            found.Indexes.Any(index => index.IsConstraint && index.Name == difference.Name),
        _ => true,
    };

    private IEnumerable<SchemaStep> Of(TableModel table, IReadOnlyList<SchemaDifference> differences)
    {
        if (differences.Count == 0)
        {
            return [];
        }

        if (!facts.Tables.TryGetValue(table.Name, out var found))
        {
            return [new($"table {table.Name}", table.Create(table.Name, [])), .. table.Indexes.SelectMany(index => Index(table, index))];
        }

        var ofTable = differences.Where(difference => IsOfTheTable(difference, found)).ToList();
        if (ofTable.Any(difference => !IsAddition(table, difference)))
        {
            return [Change(table, found, ofTable), .. table.Indexes.SelectMany(index => Index(table, index))];
        }

        return
        [
            .. ofTable.Select(difference => new SchemaStep($"column {table.Name}.{difference.Name}", table.AddColumn(difference.Name!))),
            .. differences.Except(ofTable).SelectMany(difference => Index(table, difference)),
        ];
    }

    /// <summary>A column of the primary key changes the table: adding it would leave the key as it was.</summary>
    private bool IsAddition(TableModel table, SchemaDifference difference) =>
        difference.Kind == DifferenceKind.ColumnMissing
        && expected.Tables[table.Name].Columns[difference.Name!].KeyPosition == 0
        && table.Columns.Single(column => column.Name == difference.Name).NeedsNoValue;

    private SchemaStep Change(TableModel table, TableFacts found, IReadOnlyList<SchemaDifference> differences)
    {
        _changed.Add(table.Name);
        var wanted = expected.Tables[table.Name];
        var extra = found.Columns.Values.Where(column => !wanted.Has(column.Name)).ToList();
        var values = table.Columns
            .Where(column => found.Has(column.Name) || !wanted.Columns[column.Name].IsGenerated)
            .Select(column => new ColumnValue(column.Name, _values.Of(table, column, found)))
            .Concat(extra.Select(column => new ColumnValue(column.Name, database.Sql.Quote(column.Name))));
        return new(
            $"table {table.Name} as the model: {string.Join("; ", differences)}",
            database.ChangeTable(new(table.Name, found, wanted, name => table.Create(name, extra), [.. values], Kept(table, found))));
    }

    private List<string> Kept(TableModel table, TableFacts found)
    {
        var ours = database.ExtraSteps(SchemaFacts.Empty).Select(step => step.Name.Split(' ')[^1]);
        var gone = Differences.Where(difference => difference.Table == table.Name && difference.Kind == DifferenceKind.IndexExtra)
            .Select(difference => difference.Name!);
        return found.Statements.ExceptBy([.. table.Indexes, .. ours, .. gone], statement => statement.Key, StringComparer.OrdinalIgnoreCase)
            .Select(statement => statement.Value)
            .ToList();
    }

    private IEnumerable<SchemaStep> Index(TableModel table, string index)
    {
        if ((index == TenantRepairs.SlugIndex ? slugs : RowRepairs.Before(index)) is { } repair)
        {
            yield return repair;
        }

        yield return new($"index {index}", table.CreateIndex(index));
    }

    private List<SchemaStep> Index(TableModel table, SchemaDifference difference)
    {
        var name = difference.Name!;
        List<SchemaStep> steps = [];
        if (difference.Kind != DifferenceKind.IndexMissing)
        {
            steps.Add(new($"index {name} dropped", [database.DropIndex(table.Name, name)]));
        }

        if (difference.Kind != DifferenceKind.IndexExtra)
        {
            steps.AddRange(Index(table, name));
        }

        return steps;
    }

    /// <summary>The facts once the tables were changed.</summary>
    private SchemaFacts Left()
    {
        var gone = _changed.SelectMany(table => facts.Tables[table].Statements.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return facts with { Objects = facts.Objects.Except(gone).ToHashSet(StringComparer.OrdinalIgnoreCase) };
    }
}
