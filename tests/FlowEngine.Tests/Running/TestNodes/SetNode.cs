using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record SetConfiguration
{
    public string Name { get; init; } = "x";

    public Value Value { get; init; }

    /// <summary>A path whose value is taken instead.</summary>
    public string? From { get; init; }

    /// <summary>Repeats a text value.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Wraps the value into so many lists.</summary>
    public int Wraps { get; init; }

    public AssignmentScope Scope { get; init; }
}

[NodeType("set", NodeCategory.Common, Summary = "Sets a variable.")]
[Port("next")]
internal sealed class SetNode : Node<SetConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        SetConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var value = VariablePath.TryParse(configuration.From) is { } path ? context.Variables.Resolve(path) : configuration.Value;
        if (configuration.Times > 1)
        {
            value = Value.Of(string.Concat(Enumerable.Repeat(value.Text, configuration.Times)));
        }

        for (var i = 0; i < configuration.Wraps; i++)
        {
            value = Value.Of([value]);
        }

        return Now(NodeResult.Continue() with { Sets = [new(configuration.Scope, configuration.Name, value)] });
    }
}
