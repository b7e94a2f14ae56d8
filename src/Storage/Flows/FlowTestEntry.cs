namespace FlowEngine.Storage.Flows;

/// <param name="Script">JSON.</param>
/// <param name="Author">Who saved it last: <c>key:ID</c>.</param>
public sealed record FlowTestEntry(string Flow, string Name, string Script, string? Author, DateTimeOffset UpdatedAt);
