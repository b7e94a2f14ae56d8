using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

/// <summary>All messages of a turn are stored with it, metadata too; the members are read so that flows of the old system stay valid.</summary>
public sealed record MessageSaverConfiguration
{
    public bool SaveMetadata { get; init; }

    public bool SaveUserMessage { get; init; } = true;

    public bool SaveAssistantMessage { get; init; } = true;
}

[NodeType("message_saver", NodeCategory.Common, Summary = "Marks what was said so far as kept, should the walk fail later.")]
[Port("next")]
internal sealed class MessageSaverNode : Node<MessageSaverConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        MessageSaverConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.Continue() with { KeepsSoFar = true });
}
