using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record BoomConfiguration
{
    public string Code { get; init; } = "boom";

    public bool Throws { get; init; }

    /// <summary>Output tokens spent before failing.</summary>
    public int Tokens { get; init; }
}

[NodeType("boom", NodeCategory.Common, Summary = "Fails.")]
[Port("next")]
[Port("error", Optional = true)]
internal sealed class BoomNode : Node<BoomConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        BoomConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        configuration.Throws
            ? throw new InvalidDataException("a bug")
            : Now(NodeResult.Fail(configuration.Code, "on purpose") with { Usage = new ModelUsage("m", 0, configuration.Tokens) });
}
