namespace FlowEngine.Storage.Schema;

/// <summary>Compares a real schema with the one that the model makes, column by column and index by index.</summary>
internal static class SchemaComparison
{
    public static IReadOnlyList<SchemaDifference> Compare(SchemaFacts expected, SchemaFacts found)
    {
        var differences = new List<SchemaDifference>();
        foreach (var (table, wanted) in expected.Tables)
        {
            if (!found.Tables.TryGetValue(table, out var real))
            {
                differences.Add(new(DifferenceKind.TableMissing, table, Name: null, Expected: null, Found: null));
                continue;
            }

            differences.AddRange(Columns(table, wanted, real));
            differences.AddRange(Extras(table, wanted, real));
            differences.AddRange(Indexes(table, wanted, real));
        }

        return differences;
    }

    private static IEnumerable<SchemaDifference> Columns(string table, TableFacts wanted, TableFacts real)
    {
        foreach (var column in wanted.Columns.Values)
        {
            if (!real.Columns.TryGetValue(column.Name, out var has))
            {
                yield return new(DifferenceKind.ColumnMissing, table, column.Name, column.ToString(), Found: null);
            }
            else if (!column.IsLike(has))
            {
                yield return new(DifferenceKind.ColumnDiffers, table, column.Name, column.ToString(), has.ToString());
            }
        }
    }

    private static IEnumerable<SchemaDifference> Extras(string table, TableFacts wanted, TableFacts real)
    {
        foreach (var column in real.Columns.Values.Where(column => !wanted.Has(column.Name) && (column.IsRequired || column.KeyPosition > 0)))
        {
            yield return new(DifferenceKind.ColumnRequired, table, column.Name, Expected: null, column.ToString());
        }

        foreach (var constraint in real.Constraints)
        {
            yield return new(DifferenceKind.ConstraintExtra, table, constraint, Expected: null, constraint);
        }
    }

    private static IEnumerable<SchemaDifference> Indexes(string table, TableFacts wanted, TableFacts real)
    {
        foreach (var index in wanted.Indexes)
        {
            var same = real.Indexes.FirstOrDefault(other => string.Equals(other.Name, index.Name, StringComparison.OrdinalIgnoreCase));
            if (same is null)
            {
                yield return new(DifferenceKind.IndexMissing, table, index.Name, index.ToString(), Found: null);
            }
            else if (!index.IsLike(same))
            {
                yield return new(DifferenceKind.IndexDiffers, table, index.Name, index.ToString(), same.ToString());
            }
        }

        foreach (var index in real.Indexes.Where(index => IsForbidding(index, wanted)))
        {
            yield return new(DifferenceKind.IndexExtra, table, index.Name, Expected: null, index.ToString());
        }
    }

    /// <summary>One over a column beyond the model allows every row of the program, which leaves that column null.</summary>
    private static bool IsForbidding(IndexFacts index, TableFacts wanted) =>
        index.IsUnique
        && !wanted.Indexes.Any(other => string.Equals(other.Name, index.Name, StringComparison.OrdinalIgnoreCase))
        && (index.IsConstraint || index.Columns.All(column => wanted.Has(column.Split(' ')[0])));
}
