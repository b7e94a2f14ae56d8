using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>A registered node type.</summary>
public sealed record NodeTypeInfo
{
    public required string Name { get; init; }

    public required NodeCategory Category { get; init; }

    public required string Summary { get; init; }

    public required EffectKind Effect { get; init; }

    public required bool Waits { get; init; }

    public required bool CallsOut { get; init; }

    /// <summary>A flow begins at a node of this type if only one such node has an outgoing connection.</summary>
    public bool IsEntryPoint { get; init; }

    /// <summary>The node answers the user by a model.</summary>
    public bool AnswersByModel { get; init; }

    public required Type ConfigurationType { get; init; }

    /// <summary>The ports that do not depend on the configuration; empty where all do, or where there are none.</summary>
    public required IReadOnlyList<NodePort> Ports { get; init; }

    /// <summary>The ports follow from the configuration (<see cref="IPortedConfiguration"/>).</summary>
    public required bool HasConfiguredPorts { get; init; }

    public required IReadOnlyList<string> Reads { get; init; }

    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary><see cref="Sets"/> with their types.</summary>
    public IReadOnlyList<VariableWrite> Results { get; init; } = [];

    /// <summary>Where the configuration does not say it (<see cref="ISayingConfiguration"/>).</summary>
    public Saying Says { get; init; }

    public required INode Node { get; init; }

    /// <summary>The ports of a node with this configuration.</summary>
    public IReadOnlyList<NodePort> PortsOf(object configuration) =>
        configuration is IPortedConfiguration ported ? ported.Ports : Ports;

    /// <summary>All that a node with this configuration writes.</summary>
    public IReadOnlyList<VariableWrite> WritesOf(object configuration) =>
        configuration is IWritingConfiguration writing ? [.. Results, .. writing.Writes] : Results;

    public Saying SaysOf(object configuration) => (configuration as ISayingConfiguration)?.Says ?? Says;

    /// <summary>A node with this configuration may wait for the user; a call of a flow may too, where that flow does.</summary>
    public bool MayWait(object configuration) => Waits && (configuration as IWaitingConfiguration)?.MayWait != false;
}
