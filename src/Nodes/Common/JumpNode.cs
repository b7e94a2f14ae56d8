using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

public sealed record JumpConfiguration : IJumpConfiguration
{
    public required string Target { get; init; }
}

[NodeType("jump", NodeCategory.Common, Summary = "Goes on at another node of the same module.")]
internal sealed class JumpNode : Node<JumpConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        JumpConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.GoTo(configuration.Target));
}
