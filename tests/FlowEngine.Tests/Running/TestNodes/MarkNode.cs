using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record MarkConfiguration;

[NodeType("mark", NodeCategory.Common, Summary = "Keeps what was said so far.")]
[Port("next")]
internal sealed class MarkNode : Node<MarkConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        MarkConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.Continue() with { KeepsSoFar = true });
}
