namespace FlowEngine.Moving.Dumps;

/// <summary>What a dump has, in its order.</summary>
/// <param name="Database">Empty where the dump names none.</param>
public abstract record DumpEntry(string Database, string Table);

/// <summary>A table of the legacy system is made, in the place of one that may have been there.</summary>
/// <param name="Columns">With whether their values are whole numbers.</param>
public sealed record DumpTableMade(string Database, string Table, IReadOnlyList<(string Name, bool IsWhole)> Columns) : DumpEntry(Database, Table);

/// <summary>All rows of a table that were read so far go.</summary>
public sealed record DumpTableEmptied(string Database, string Table) : DumpEntry(Database, Table);

/// <summary>A table that is not the legacy system's, of which nothing is read.</summary>
public sealed record DumpTableSkipped(string Database, string Table) : DumpEntry(Database, Table);

/// <param name="Columns">In the order of the values.</param>
/// <param name="Line">Where the row begins.</param>
public sealed record DumpRow(
    string Database, string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?> Values, int Line, DumpInsertion Insertion)
    : DumpEntry(Database, Table);

/// <summary>What becomes of a row whose id is there already.</summary>
public enum DumpInsertion
{
    /// <summary>INSERT: the dump is wrong.</summary>
    Insert,

    /// <summary>INSERT IGNORE: the earlier row stays.</summary>
    Ignore,

    /// <summary>REPLACE: the later row takes its place.</summary>
    Replace,
}
