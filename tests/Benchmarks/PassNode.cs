using FlowEngine.NodeTypes;

namespace FlowEngine.Benchmarks;

public sealed record PassConfiguration;

/// <summary>Does nothing, so that what is measured is the engine's own cost of a step.</summary>
[NodeType("pass", NodeCategory.Common, Summary = "Goes on.")]
[Port("next")]
internal sealed class PassNode : Node<PassConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        PassConfiguration configuration, NodeContext context, CancellationToken cancellationToken) => Now(NodeResult.Continue());
}
