using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record EndConfiguration
{
    public string? Closing { get; init; }

    public bool Reset { get; init; }
}

[NodeType("end", NodeCategory.Common, Summary = "Ends the walk.")]
internal sealed class EndNode : Node<EndConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        EndConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var end = NodeResult.End(configuration.Reset);
        return Now(configuration.Closing is { } text ? end with { Messages = [context.NewMessage(text, MessageKind.Closing)] } : end);
    }
}
