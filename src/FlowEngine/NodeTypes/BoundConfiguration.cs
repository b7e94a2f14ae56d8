namespace FlowEngine.NodeTypes;

/// <param name="Value">The node type's record; null where a fault is an error.</param>
public sealed record BoundConfiguration(object? Value, NodeSettings Settings, IReadOnlyList<ConfigurationFault> Faults)
{
    public bool IsValid => Value is not null;
}
