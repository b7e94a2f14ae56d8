using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record FlakyConfiguration
{
    public int Failures { get; init; }
}

/// <summary>Unlike a real node type it counts its calls, which is what the tests want to know.</summary>
[NodeType("flaky", NodeCategory.Common, Summary = "Fails a few times.")]
[Port("next")]
internal sealed class FlakyNode : Node<FlakyConfiguration>
{
    public int Calls { get; private set; }

    protected override ValueTask<NodeResult> RunAsync(
        FlakyConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(++Calls <= configuration.Failures ? NodeResult.Fail("flaky") : NodeResult.Continue());
}
