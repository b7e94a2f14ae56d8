using FlowEngine.Drawflow;

namespace FlowEngine.Checking;

/// <summary>The worst first: lists are sorted by it.</summary>
public enum Severity
{
    Error,
    Warning,
}

/// <summary>A mistake or a risk in a flow.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="NodeId">Null if the finding concerns the whole document.</param>
/// <param name="Pointer">JSON pointer into the document.</param>
/// <param name="Fix">How to fix it.</param>
/// <param name="CounterExample">User messages that reproduce it.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    string? NodeId,
    string Pointer,
    string Message,
    string Fix,
    IReadOnlyList<string>? CounterExample = null)
{
    /// <summary>Findings that follow from this one and are left out until it is fixed.</summary>
    public int Consequences { get; init; }

    /// <summary>The fix as a JSON Patch, if it is mechanical. Check again before the next edit is applied: edits of lists move what is behind them.</summary>
    public IReadOnlyList<JsonPatchOperation> Edits { get; init; } = [];

    public static Finding Error(string code, string? nodeId, string pointer, string message, string fix) =>
        new(code, Severity.Error, nodeId, pointer, message, fix);

    public static Finding Warning(string code, string? nodeId, string pointer, string message, string fix) =>
        new(code, Severity.Warning, nodeId, pointer, message, fix);
}
