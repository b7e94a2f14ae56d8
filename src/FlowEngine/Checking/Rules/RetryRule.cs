using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>What is tried again does no harm when it was done the first time.</summary>
internal sealed class RetryRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from module in model.Modules
        from node in module.Nodes.Values
        where node.Bound is { Value: IOutgoingConfiguration { IsIdempotent: false }, Settings.Retry.Attempts: > 1 }
        select Finding.Warning(
            "retry_not_idempotent",
            node.Id,
            $"{node.Source.ConfigurationPointer}/retry",
            $"{node.Name} is tried again after a failure, though its call may have been carried out: the other side does it twice unless it looks at Idempotency-Key.",
            "Remove 'retry', or use PUT or GET where the other side has them.");
}
