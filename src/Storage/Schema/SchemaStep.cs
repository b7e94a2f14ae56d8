namespace FlowEngine.Storage.Schema;

/// <summary>One guarded change: planned only where it is needed.</summary>
/// <param name="Name">For people: <c>table products</c>, <c>column products.url</c>, <c>index ix_...</c>.</param>
public sealed record SchemaStep(string Name, IReadOnlyList<string> Sql);
