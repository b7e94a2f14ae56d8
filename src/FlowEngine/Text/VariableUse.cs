using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>A variable that a text reads.</summary>
/// <param name="HasDefault">The text says what stands there where the variable is empty (<c>| default:"..."</c>).</param>
public readonly record struct VariableUse(VariablePath Path, bool HasDefault);
