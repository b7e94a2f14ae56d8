namespace FlowEngine.Drawflow.Comparing;

/// <summary>One side of a comparison.</summary>
/// <param name="StartNodeId">Null where the document alone says it.</param>
/// <param name="Settings">JSON; null or empty for none.</param>
public sealed record ComparedFlow(DrawflowDocument Document, string? StartNodeId = null, string? Settings = null);
