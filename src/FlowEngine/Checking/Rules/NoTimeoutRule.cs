using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Reports nodes that wait for an answer without a time-out, or with one that leads nowhere.</summary>
internal sealed class NoTimeoutRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from module in model.Modules
        from node in module.Nodes.Values
        let waiting = node.Bound?.Value as IWaitingConfiguration
        where waiting is { MayWait: true }
        let port = node.Ports.FirstOrDefault(port => port.Name == NodePort.Timeout)
        where port is not null
        let isConnected = module.From(node.Id).Any(edge => edge.Output == port.Output)
        where waiting.Timeout is null || !isConnected
        select waiting.Timeout is null
            ? Finding.Warning(
                "no_timeout",
                node.Id,
                node.Source.ConfigurationPointer + waiting.TimeoutPointer,
                $"{node.Name} waits for an answer without a time-out: if the user never answers, the walk waits forever.",
                $"Set '{waiting.TimeoutPointer[1..]}', and connect output_{port.Output} to what should follow then.")
            : Finding.Warning(
                "no_timeout",
                node.Id,
                $"{node.Source.Pointer}/outputs/output_{port.Output}",
                $"{node.Name} has a time-out, but nothing is connected to its port 'timeout', so it keeps waiting.",
                $"Connect output_{port.Output} to what should follow if the user does not answer.");
}
