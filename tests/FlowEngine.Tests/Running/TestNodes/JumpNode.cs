using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record JumpConfiguration : IJumpConfiguration
{
    public required string Target { get; init; }
}

[NodeType("jump", NodeCategory.Common, Summary = "Goes on at another node.")]
internal sealed class JumpNode : Node<JumpConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        JumpConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.GoTo(configuration.Target));
}
