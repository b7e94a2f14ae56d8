using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record SlowConfiguration
{
    public int Seconds { get; init; } = 10;
}

[NodeType("slow", NodeCategory.Common, Summary = "Takes its time.", CallsOut = true)]
[Port("next")]
[Port("error", Optional = true)]
internal sealed class SlowNode : Node<SlowConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        SlowConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(configuration.Seconds), context.Time, cancellationToken);
        return NodeResult.Continue();
    }
}
