namespace FlowEngine.Checking;

public enum Severity
{
    Error,
    Warning,
}

/// <summary>Something wrong in a flow.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="NodeId">Null where it concerns the document.</param>
/// <param name="Pointer">JSON pointer into the document.</param>
/// <param name="Fix">How to mend it.</param>
/// <param name="CounterExample">User messages that lead there.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    string? NodeId,
    string Pointer,
    string Message,
    string Fix,
    IReadOnlyList<string>? CounterExample = null)
{
    public static Finding Error(string code, string? nodeId, string pointer, string message, string fix) =>
        new(code, Severity.Error, nodeId, pointer, message, fix);

    public static Finding Warning(string code, string? nodeId, string pointer, string message, string fix) =>
        new(code, Severity.Warning, nodeId, pointer, message, fix);
}
