using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

public sealed record HistoryLoaderConfiguration
{
    [Range(1, 100)]
    public int Limit { get; init; } = 10;

    public bool IncludeSystemMessages { get; init; }
}

[NodeType("history_loader", NodeCategory.Common, Sets = ["history"], Summary = "Loads the newest messages before this turn, oldest first.")]
[Port("next")]
internal sealed class HistoryLoaderNode : Node<HistoryLoaderConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        HistoryLoaderConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var messages = await context.Ports.History.NewestAsync(
            context.Tenant, context.Turn.ConversationId, configuration.Limit, configuration.IncludeSystemMessages, cancellationToken);
        return NodeResult.Continue() with
        {
            Sets = [new(AssignmentScope.Walk, "history", Value.Of([.. messages.Select(Of)]))],
        };
    }

    private static Value Of(HistoryMessage message) => Value.Object(
        ("role", Value.Of(message.Role switch { MessageRole.User => "user", MessageRole.Assistant => "assistant", _ => "system" })),
        ("content", Value.Of(message.Content)),
        ("at", Value.Of(message.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))));
}
