using FlowEngine.Moving.Dumps;

namespace FlowEngine.Api.Migration;

/// <summary>What was read of one table of a dump. Its columns are those of the dump, without types but for whole numbers.</summary>
internal sealed class DumpTableRows(string name)
{
    private readonly List<string> _columns = [];

    public string Name => name;

    public IReadOnlyList<string> Columns => _columns;

    /// <summary>Rows that the dump inserts.</summary>
    public long Seen { get; set; }

    /// <summary>Of those the ones whose id was there: an INSERT IGNORE that did nothing, an earlier row that a REPLACE took away, rows before a TRUNCATE.</summary>
    public long Left { get; set; }

    public long Kept => Seen - Left;

    /// <summary>The column as SQL makes it.</summary>
    public string Add(string column, bool isWhole)
    {
        _columns.Add(column);
        return column.Equals("id", StringComparison.OrdinalIgnoreCase) ? $"\"{column}\" INTEGER PRIMARY KEY" : isWhole ? $"\"{column}\" INTEGER" : $"\"{column}\"";
    }

    public bool Has(string column) => _columns.Contains(column, StringComparer.OrdinalIgnoreCase);

    /// <summary>The dump's names become SQL: what is no plain name is none of the legacy system's.</summary>
    public static string Plain(string column, DumpEntry entry) => column.Length > 0 && column.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        ? $"\"{column}\""
        : throw new InvalidDataException($"A column of {entry.Table} in the dump is called '{column}'.");
}
