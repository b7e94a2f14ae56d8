namespace FlowEngine.Conversations;

/// <summary>A flow that a turn entered through a <c>sub_flow</c>.</summary>
/// <param name="Inputs">Its walk variables at the start.</param>
/// <param name="Outputs">The caller's variable by the variable of the flow that it takes.</param>
public sealed record EnteredFlow(
    FlowVersionRef Version, string Module, IReadOnlyDictionary<string, Value> Inputs, IReadOnlyDictionary<string, string> Outputs);
