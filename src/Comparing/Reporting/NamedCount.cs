namespace FlowEngine.Comparing.Reporting;

public sealed record NamedCount(string Name, int Count);
