namespace FlowEngine.Text;

/// <summary>Why a condition cannot be read.</summary>
/// <param name="Pointer">JSON pointer, relative to the condition; empty for the condition itself.</param>
public sealed record ConditionError(string Pointer, string Message);
