using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <param name="Flow">Name of a flow of the tenant, or <c>#Module</c> of the same document.</param>
/// <param name="Inputs">The sub-flow's walk variables at its start.</param>
/// <param name="Outputs">The caller's walk variable by the sub-flow's.</param>
public sealed record SubFlowCall(
    string Flow,
    IReadOnlyDictionary<string, Value> Inputs,
    IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>Names of the inputs that are personal.</summary>
    public IReadOnlyList<string> Personal { get; init; } = [];
}
