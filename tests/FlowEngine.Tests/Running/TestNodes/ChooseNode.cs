using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record ChooseCase
{
    public required string Word { get; init; }

    public string? Port { get; init; }
}

internal sealed record ChooseConfiguration : IPortedConfiguration
{
    public IReadOnlyList<ChooseCase> Cases { get; init; } = [];

    public string? DefaultPort { get; init; }

    public IReadOnlyList<NodePort> Ports =>
    [
        .. Cases.Select(one => new NodePort(one.Word, NodePort.OutputNumber(one.Port) ?? 0, false)),
        new NodePort(NodePort.Default, NodePort.OutputNumber(DefaultPort) ?? 0, true),
    ];
}

[NodeType("choose", NodeCategory.Common, Summary = "Goes by the first word that the message contains.")]
internal sealed class ChooseNode : Node<ChooseConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        ChooseConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        for (var i = 0; i < configuration.Cases.Count; i++)
        {
            if (context.UserMessage.Contains(configuration.Cases[i].Word, StringComparison.Ordinal))
            {
                return Now(NodeResult.Continue(i));
            }
        }

        return Now(NodeResult.Continue(configuration.Cases.Count));
    }
}
