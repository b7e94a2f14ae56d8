namespace FlowEngine.Moving.Generating;

/// <param name="Columns">Names with the types that SQLite and MySQL both understand.</param>
/// <param name="Indexes">Columns that have an index of their own.</param>
public sealed record GeneratedTable(string Name, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<string> Indexes);

/// <param name="Values">In the order of the table's columns.</param>
public sealed record GeneratedRow(GeneratedTable Table, IReadOnlyList<object?> Values);
