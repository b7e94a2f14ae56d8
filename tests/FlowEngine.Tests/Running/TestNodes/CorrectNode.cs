using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record CorrectConfiguration
{
    /// <summary>Which message of the turn, from 1.</summary>
    public int Message { get; init; } = 1;

    public string Content { get; init; } = "";
}

[NodeType("correct", NodeCategory.Common, Summary = "Replaces a message of this turn.")]
[Port("next")]
internal sealed class CorrectNode : Node<CorrectConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        CorrectConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.Continue() with
        {
            Replacement = new()
            {
                Id = $"{context.Turn.TurnId:N}-{configuration.Message}",
                Role = MessageRole.Assistant,
                Content = configuration.Content,
            },
        });
}
