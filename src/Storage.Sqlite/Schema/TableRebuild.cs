using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>A table is changed by making it anew, as SQLite describes it: foreign keys are off meanwhile, and names of others stay as they are.</summary>
internal static class TableRebuild
{
    public static IReadOnlyList<string> Statements(TableChange change)
    {
        var (old, made) = (SqliteSchemaSql.Name(change.Table), SqliteSchemaSql.Name(change.Table + "__new"));
        var columns = string.Join(", ", change.Values.Select(value => SqliteSchemaSql.Name(value.Column)));
        var values = string.Join(",\n  ", change.Values.Select(value => value.Sql));
        return
        [
            .. change.Create(change.Table + "__new"),
            $"INSERT INTO {made} ({columns})\nSELECT\n  {values}\nFROM {old}",
            .. Numbers(change),
            $"DROP TABLE {old}",
            $"ALTER TABLE {made} RENAME TO {old}",
            .. change.Kept,
        ];
    }

    /// <summary>A number that was given to a deleted row is not given again.</summary>
    private static IEnumerable<string> Numbers(TableChange change) => change.Found.Columns.Values.Any(column => column.IsGenerated)
        ? [$"UPDATE sqlite_sequence SET seq = max(seq, COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{change.Table}'), 0)) WHERE name = '{change.Table}__new'"]
        : [];
}
