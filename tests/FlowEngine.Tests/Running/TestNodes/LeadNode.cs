using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record LeadConfiguration
{
    public string Name { get; init; } = "";
}

[NodeType("lead", NodeCategory.Common, Summary = "Intends a row.", Effect = EffectKind.Stored)]
[Port("next")]
internal sealed class LeadNode : Node<LeadConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        LeadConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.Continue() with
        {
            Effects = [new(EffectKind.Stored, "lead", context.NodeId, context.NewEffectKey(), Value.Of(configuration.Name))],
        });
}
