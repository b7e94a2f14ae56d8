using System.Text.Json.Serialization;

namespace FlowEngine.Moving.Importing;

/// <summary>What a dump had.</summary>
/// <param name="Database">The one that was imported; empty where the dump names none.</param>
/// <param name="Tables">Of the legacy system.</param>
/// <param name="Skipped">Tables of others, of which nothing is read.</param>
public sealed record DumpView(string? Database, IReadOnlyList<DumpTableView> Tables, IReadOnlyList<string> Skipped)
{
    public bool IsWhole => Tables.All(table => table.AddsUp);
}

/// <param name="Rows">That the dump inserts.</param>
/// <param name="Read">That the import read.</param>
/// <param name="Discarded">The others.</param>
/// <param name="Reason">Why rows were not read; null where none was.</param>
/// <param name="AddsUp">Every row was read, or left as the dump itself says.</param>
public sealed record DumpTableView(
    string Database, string Table, long Rows, long Read, [property: JsonPropertyName("left")] long Discarded, string? Reason, bool AddsUp);
