using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record LeadEntityTypeConfiguration
{
    public string Name { get; init; } = "";
}

[NodeType("lead", NodeCategory.Common, Summary = "Intends a row.", Effect = EffectKind.Stored)]
[Port("next")]
internal sealed class LeadNode : Node<LeadEntityTypeConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        LeadEntityTypeConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.Continue() with
        {
            Effects = [new(EffectKind.Stored, "lead", context.NodeId, context.NewEffectKey(), Value.Of(configuration.Name))],
        });
}
