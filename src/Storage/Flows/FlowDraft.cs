namespace FlowEngine.Storage.Flows;

/// <param name="Author">Who saves it: <c>key:ID</c>.</param>
public sealed record FlowDraft(string Name, string FlowData, string? StartNodeId, string? Author, string? Note);
