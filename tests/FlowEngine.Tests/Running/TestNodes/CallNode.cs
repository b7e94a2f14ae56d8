using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record CallConfiguration : ISubFlowConfiguration
{
    public required string Flow { get; init; }

    /// <summary>The sub-flow's variable: the caller's path.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>The sub-flow's variable: the caller's.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();
}

[NodeType("call", NodeCategory.Common, Summary = "Calls another flow.", Waits = true)]
[Port("next")]
[Port("error", Optional = true)]
internal sealed class CallNode : Node<CallConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        CallConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.CallSubFlow(new(
            configuration.Flow,
            configuration.Inputs.ToDictionary(pair => pair.Key, pair => context.Variables.Resolve(VariablePath.TryParse(pair.Value)!)),
            configuration.Outputs)));
}
