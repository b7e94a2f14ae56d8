namespace FlowEngine.NodeTypes;

/// <summary>
/// A node type's behaviour. One instance serves all turns of all tenants: it keeps nothing between two calls, and all that it does
/// is in the result that it returns.
/// </summary>
public interface INode
{
    ValueTask<NodeResult> RunAsync(NodeContext context, CancellationToken cancellationToken);
}

/// <summary>A node type with its configuration record, bound when the flow was compiled.</summary>
public abstract class Node<TConfiguration> : INode
    where TConfiguration : class
{
    public ValueTask<NodeResult> RunAsync(NodeContext context, CancellationToken cancellationToken) =>
        RunAsync((TConfiguration)context.Configuration, context, cancellationToken);

    protected abstract ValueTask<NodeResult> RunAsync(
        TConfiguration configuration, NodeContext context, CancellationToken cancellationToken);

    protected static ValueTask<NodeResult> Now(NodeResult result) => new(result);
}
