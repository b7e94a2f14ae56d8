using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public sealed record WelcomeConfiguration
{
    public required LocalizedTemplate WelcomeMessage { get; init; }

    [Description("Offer the suggestions as quick replies.")]
    public bool ShowSuggestions { get; init; }

    public IReadOnlyList<LocalizedTemplate> Suggestions { get; init; } = [];
}

[NodeType("welcome", NodeCategory.Common, IsEntryPoint = true, Says = Saying.OnFirstTurn, Summary = "Greets, on the conversation's first turn only.")]
[Port("next")]
internal sealed class WelcomeNode : Node<WelcomeConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        WelcomeConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        if (!context.Turn.IsFirstTurn)
        {
            return Now(NodeResult.Continue());
        }

        var greeting = context.NewMessage(configuration.WelcomeMessage.Render(context.Scope), MessageKind.Greeting) with
        {
            QuickReplies = configuration.ShowSuggestions ? Texts.Render(configuration.Suggestions, context.Scope) : [],
        };
        return Now(NodeResult.Continue() with { Messages = [greeting] });
    }
}
