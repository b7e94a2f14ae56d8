using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

public sealed record HistoryLoaderConfiguration
{
    [Range(1, 100)]
    public int Limit { get; init; } = 10;

    public bool IncludeSystemMessages { get; init; }
}

[NodeType("history_loader", NodeCategory.Common, Sets = [HistoryValues.Variable + ":list"], Summary = "Loads the newest messages before this turn, oldest first.")]
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
            Sets = [new(AssignmentScope.Walk, HistoryValues.Variable, HistoryValues.Of(messages))],
        };
    }
}
