using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record AskConfiguration
{
    public string Prompt { get; init; } = "?";

    public string Key { get; init; } = "answer";

    public AssignmentScope Scope { get; init; } = AssignmentScope.Conversation;

    /// <summary>The answer that is not taken.</summary>
    public string? Refuse { get; init; }

    public int MaxAttempts { get; init; } = 3;

    public int? TimeoutMinutes { get; init; }
}

[NodeType("ask", NodeCategory.Common, Summary = "Asks and waits.", Waits = true)]
[Port("next")]
[Port("gave_up", Optional = true)]
[Port("timeout", Optional = true)]
internal sealed class AskNode : Node<AskConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        AskConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var timeout = configuration.TimeoutMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null;
        if (context.Answer is not { } answer)
        {
            return Now(NodeResult.Wait(timeout) with { Messages = [Question(configuration, context, 0)] });
        }

        if (answer == configuration.Refuse)
        {
            return context.Attempts + 1 >= configuration.MaxAttempts
                ? Now(NodeResult.Continue(1))
                : Now(NodeResult.Wait(timeout, refused: true) with { Messages = [Question(configuration, context, context.Attempts + 1)] });
        }

        return Now(NodeResult.Continue() with { Sets = [new(configuration.Scope, configuration.Key, Value.Of(answer))] });
    }

    private static Message Question(AskConfiguration configuration, NodeContext context, int attempts) =>
        context.NewMessage($"{configuration.Prompt}{attempts}", MessageKind.Question);
}
