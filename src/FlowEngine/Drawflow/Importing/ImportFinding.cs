namespace FlowEngine.Drawflow.Importing;

/// <summary>What an import found in a flow of the legacy system.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="NodeId">As it is in the imported flow; null where it concerns the document.</param>
/// <param name="Pointer">JSON pointer into the legacy document.</param>
/// <param name="Done">What was done with it, or what a person must decide.</param>
public sealed record ImportFinding(
    string Code, ImportSeverity Severity, string? NodeId, string Pointer, string Message, string Done);
