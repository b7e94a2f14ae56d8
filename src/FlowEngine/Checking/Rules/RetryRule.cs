using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Reports retries of a call that is not idempotent.</summary>
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
            $"{node.Name} is retried after a failure, although the first call may have been carried out: the other side performs it twice unless it honours Idempotency-Key.",
            "Remove 'retry', or use PUT or GET if the other side supports them.");
}
