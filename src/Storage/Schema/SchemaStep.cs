namespace FlowEngine.Storage.Schema;

/// <summary>One guarded change: planned only where what it makes is not there.</summary>
/// <param name="Name">For people: <c>table products</c>, <c>column products.url</c>, <c>index ix_...</c>.</param>
public sealed record SchemaStep(string Name, IReadOnlyList<string> Sql);
