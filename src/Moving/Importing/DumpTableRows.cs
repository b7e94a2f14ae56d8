namespace FlowEngine.Moving.Importing;

/// <summary>What was read of one table of a dump. Its columns are those of the dump, without types but for whole numbers.</summary>
internal sealed class DumpTableRows(string name)
{
    private readonly List<string> _columns = [];

    public string Name => name;

    /// <summary>Rows that the dump inserts.</summary>
    public long Seen { get; set; }

    /// <summary>Those that the import does not read, because their id was there: an INSERT IGNORE that did nothing, an earlier row that a REPLACE took away, rows before a TRUNCATE.</summary>
    public long Discarded { get; set; }

    public long Kept => Seen - Discarded;

    /// <returns>The column as SQL makes it.</returns>
    /// <exception cref="InvalidDataException">The dump's names become SQL, and this one is not one of the legacy system's.</exception>
    public string Add(string column, bool isWhole)
    {
        if (column.Length == 0 || !column.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            throw new InvalidDataException($"A column of {name} in the dump is called '{column}'. Use letters, digits and underscores only.");
        }

        _columns.Add(column);
        return column.Equals("id", StringComparison.OrdinalIgnoreCase) ? $"\"{column}\" INTEGER PRIMARY KEY" : isWhole ? $"\"{column}\" INTEGER" : $"\"{column}\"";
    }

    public bool Has(string column) => _columns.Contains(column, StringComparer.OrdinalIgnoreCase);
}
