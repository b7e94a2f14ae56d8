using System.Text.RegularExpressions;
using FlowEngine.Storage.PostgreSql.Search;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.PostgreSql.Schema;

/// <summary>
/// A table is changed where it is, so that what others have on it stays. Values of columns that change are first worked out beside them, all
/// from the row as it was, and then taken over.
/// </summary>
internal sealed partial class TableAlteration(TableChange change)
{
    private const string Beside = "__new";

    private readonly string _table = PostgreSqlSchemaSql.Name(change.Table);

    /// <summary>A key that rows get by the database is changed by itself.</summary>
    private readonly IReadOnlyList<ColumnValue> _values =
        [.. change.Values.Where(value => change.Wanted.Has(value.Column) && !change.Wanted.Columns[value.Column].IsGenerated && !IsKept(change, value))];

    public IReadOnlyList<string> Statements() =>
    [
        .. Dropped(),
        .. _values.Select(value => $"{Alter} ADD COLUMN {Staged(value.Column)} {Type(Wanted(value.Column))}"),
        .. Filled(),
        .. _values.SelectMany(value => Taken(Wanted(value.Column))),
        .. change.Wanted.Columns.Values.Where(column => column.IsGenerated).SelectMany(Generated),
        .. Key(),
        .. change.Found.Columns.Values.Where(column => !change.Wanted.Has(column.Name) && !column.IsNullable && column.Name != SearchVector.Column)
            .Where(column => column.IsRequired || column.KeyPosition > 0)
            .Select(column => $"{Column(column.Name)} DROP NOT NULL"),
        .. change.Found.Has(SearchVector.Column) ? SearchSchema.AddVector(change.Table) : [],
        .. change.Kept,
    ];

    private string Alter => $"ALTER TABLE {_table}";

    private string Column(string name) => $"{Alter} ALTER COLUMN {PostgreSqlSchemaSql.Name(name)}";

    private ColumnFacts Wanted(string column) => change.Wanted.Columns[column];

    private string Staged(string column) => PostgreSqlSchemaSql.Name(change.Found.Has(column) ? column + Beside : column);

    private static string Type(ColumnFacts column) =>
        column.Type + (column.Collation is null ? "" : $" COLLATE {PostgreSqlSchemaSql.Name(column.Collation)}");

    /// <summary>The column is the model's, and so is every value in it.</summary>
    private static bool IsKept(TableChange change, ColumnValue value)
    {
        var name = PostgreSqlSchemaSql.Name(value.Column);
        return change.Found.Columns.TryGetValue(value.Column, out var found) && found.IsLike(change.Wanted.Columns[value.Column])
            && (value.Sql == name || (!found.IsNullable && value.Sql.StartsWith($"COALESCE({name}, ", StringComparison.Ordinal)));
    }

    private static string Keys(TableFacts facts) => string.Join(
        ", ", facts.Columns.Values.Where(column => column.KeyPosition > 0).OrderBy(column => column.KeyPosition).Select(column => PostgreSqlSchemaSql.Name(column.Name)));

    /// <summary>Indexes and triggers come again after it, the model's and those of others.</summary>
    private IEnumerable<string> Dropped()
    {
        var indexes = change.Found.Indexes.ToDictionary(index => index.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var name in change.Found.Statements.Keys)
        {
            yield return indexes.ContainsKey(name)
                ? $"DROP INDEX {PostgreSqlSchemaSql.Name(name)}"
                : $"DROP TRIGGER {PostgreSqlSchemaSql.Name(name)} ON {_table}";
        }

        var constraints = change.Found.Constraints.Select(PostgreSqlSchemaReader.ConstraintName)
            .Concat(change.Found.Indexes.Where(index => index.IsConstraint).Select(index => index.Name));
        foreach (var name in constraints)
        {
            yield return $"{Alter} DROP CONSTRAINT {PostgreSqlSchemaSql.Name(name)}";
        }

        if (change.Found.Has(SearchVector.Column))
        {
            yield return $"{Alter} DROP COLUMN {SearchVector.Column}";
        }
    }

    private IEnumerable<string> Filled()
    {
        if (_values.Count == 0 || !change.Found.HasRows)
        {
            yield break;
        }

        var sets = string.Join(", ", _values.Select((value, at) => $"{Staged(value.Column)} = was.v{at}"));
        var values = string.Join(",\n  ", _values.Select((value, at) => $"CAST({value.Sql} AS {Wanted(value.Column).Type}) AS v{at}"));
        yield return $"UPDATE {_table} SET {sets}\nFROM (SELECT ctid AS place,\n  {values}\nFROM {_table}) AS was WHERE {_table}.ctid = was.place";
    }

    private IEnumerable<string> Taken(ColumnFacts column)
    {
        if (change.Found.Columns.TryGetValue(column.Name, out var found))
        {
            if (found.Default is not null)
            {
                yield return $"{Column(column.Name)} DROP DEFAULT";
            }

            if (found.IsGenerated)
            {
                yield return $"{Column(column.Name)} DROP IDENTITY IF EXISTS";
            }

            yield return $"{Column(column.Name)} TYPE {Type(column)} USING {Staged(column.Name)}";
            yield return $"{Alter} DROP COLUMN {Staged(column.Name)}";
            if (column.IsNullable && !found.IsNullable && found.KeyPosition == 0)
            {
                yield return $"{Column(column.Name)} DROP NOT NULL";
            }
        }

        if (column.Default is not null)
        {
            yield return $"{Column(column.Name)} SET DEFAULT {column.Default}";
        }

        if (!column.IsNullable)
        {
            yield return $"{Column(column.Name)} SET NOT NULL";
        }
    }

    /// <summary>A number that was given to a deleted row is not given again.</summary>
    private IEnumerable<string> Generated(ColumnFacts column)
    {
        if (!change.Found.Columns.TryGetValue(column.Name, out var found))
        {
            yield return $"{Alter} ADD COLUMN {PostgreSqlSchemaSql.Name(column.Name)} {Type(column)} GENERATED BY DEFAULT AS IDENTITY";
            yield break;
        }

        if (found.IsLike(column))
        {
            yield break;
        }

        var sequence = found.Default is null ? null : Sequence().Match(found.Default) is { Success: true } match ? match.Groups["name"].Value : null;
        if (found.Default is not null)
        {
            yield return $"{Column(column.Name)} DROP DEFAULT";
        }

        if (sequence is not null)
        {
            yield return $"ALTER SEQUENCE {sequence} OWNED BY NONE";
        }

        if (found.Type != column.Type)
        {
            yield return $"{Column(column.Name)} TYPE {column.Type} USING {new PostgreSqlSchemaSql().Converted(found, typeof(long))}";
        }

        yield return $"{Column(column.Name)} SET NOT NULL";
        if (!found.IsGenerated)
        {
            var name = PostgreSqlSchemaSql.Name(column.Name);
            var given = sequence is null ? "0" : $"(SELECT last_value FROM {sequence})";
            yield return $"{Column(column.Name)} ADD GENERATED BY DEFAULT AS IDENTITY";
            yield return $"SELECT setval(pg_get_serial_sequence({PostgreSqlSchemaSql.Text(_table)}, {PostgreSqlSchemaSql.Text(column.Name)}), "
                + $"GREATEST((SELECT COALESCE(MAX({name}), 0) FROM {_table}), {given}, 1))";
        }
    }

    private IEnumerable<string> Key()
    {
        var (found, wanted) = (Keys(change.Found), Keys(change.Wanted));
        if (found == wanted)
        {
            yield break;
        }

        if (found.Length > 0)
        {
            yield return $"""
                DO $body$ BEGIN EXECUTE (SELECT format('{Alter.Replace("'", "''", StringComparison.Ordinal)} DROP CONSTRAINT %I', conname)
                FROM pg_constraint WHERE conrelid = {PostgreSqlSchemaSql.Text(_table)}::regclass AND contype = 'p'); END $body$
                """;
        }

        yield return $"{Alter} ADD PRIMARY KEY ({wanted})";
    }

    [GeneratedRegex(@"^nextval\('(?<name>[^']+)'::regclass\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sequence();
}
