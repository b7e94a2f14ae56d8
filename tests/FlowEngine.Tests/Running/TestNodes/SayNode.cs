using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record SayConfiguration
{
    public string Content { get; init; } = "";

    /// <summary>A variable path whose value follows the content.</summary>
    public string? Show { get; init; }

    /// <summary>How often the content is said in the one message.</summary>
    public int Times { get; init; } = 1;
}

[NodeType("say", NodeCategory.Common, Summary = "Says a text.", Says = Saying.Always)]
[Port("next")]
internal sealed class SayNode : Node<SayConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        SayConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var shown = VariablePath.TryParse(configuration.Show) is { } path ? context.Variables.Resolve(path).ToString() : "";
        var text = string.Concat(Enumerable.Repeat(configuration.Content, configuration.Times)) + shown;
        return Now(NodeResult.Continue() with { Messages = [context.NewMessage(text)] });
    }
}
