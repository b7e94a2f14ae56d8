using System.ComponentModel;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public sealed record SwitchConfiguration : IPortedConfiguration, IBranchingConfiguration, IValidatedConfiguration
{
    [Description("The first that holds is taken.")]
    public required IReadOnlyList<SwitchCase> Cases { get; init; }

    [Description("output_N; without it, the walk fails where no case holds.")]
    public string? DefaultPort { get; init; }

    public IReadOnlyList<NodePort> Ports => PortList.Of([.. Cases.Select(item => (item.Port, item.Port))], DefaultPort);

    IReadOnlyList<Branch> IBranchingConfiguration.Branches =>
        [.. Cases.Select((item, index) => new Branch(index, item.When.Root, $"/cases/{index}/when")), new(Cases.Count, null, "/default_port")];

    public IEnumerable<ConfigurationFault> Validate() =>
        PortList.Faults([.. Cases.Select((item, index) => (item.Port, $"/cases/{index}/port"))], DefaultPort);
}

public sealed record SwitchCase
{
    public required Condition When { get; init; }

    [Description("output_N.")]
    public required string Port { get; init; }
}

[NodeType("switch", NodeCategory.Common, Summary = "Takes the port of the first case that holds.")]
internal sealed class SwitchNode : Node<SwitchConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        SwitchConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var port = 0;
        while (port < configuration.Cases.Count && !configuration.Cases[port].When.Evaluate(context.Scope))
        {
            port++;
        }

        return Now(NodeResult.Continue(port));
    }
}
