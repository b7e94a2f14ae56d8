using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record ModelConfiguration;

[NodeType("model", NodeCategory.Common, Summary = "Says what the model says.", CallsOut = true, Says = Saying.Always)]
[Port("next")]
[Port("error", Optional = true)]
internal sealed class ModelNode : Node<ModelConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        ModelConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var history = await context.Ports.History.NewestAsync(
            context.Tenant, context.Turn.ConversationId, 5, false, cancellationToken);
        var message = context.NewMessage("");
        var request = new ModelRequest(
            context.Tenant,
            new ModelContext { Language = context.Language, UserMessage = context.UserMessage, History = history },
            message.Id);
        var reply = await context.Ports.Models.AnswerAsync(request, context.Stream, cancellationToken);
        return reply.Text is { } text
            ? NodeResult.Continue() with { Messages = [message with { Content = text }], Usage = reply.Usage }
            : NodeResult.Fail(reply.FailureCode!, reply.Cause) with { Usage = reply.Usage };
    }
}
