using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public sealed record EndConfiguration : ISayingConfiguration, IEndingConfiguration
{
    public LocalizedTemplate? ClosingMessage { get; init; }

    [Description("Forget the conversation's variables.")]
    public bool ResetConversation { get; init; }

    bool IEndingConfiguration.ResetsConversation => ResetConversation;

    Saying ISayingConfiguration.Says => Texts.Saying([ClosingMessage]);
}

[NodeType("end", NodeCategory.Common, Summary = "Ends the walk; in a sub-flow goes back to the caller. May forget the conversation's variables.")]
internal sealed class EndNode : Node<EndConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        EndConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var end = NodeResult.End(configuration.ResetConversation);
        return Now(Texts.Render(configuration.ClosingMessage, context.Scope) is { } closing
            ? end with { Messages = [context.NewMessage(closing, MessageKind.Closing)] }
            : end);
    }
}
