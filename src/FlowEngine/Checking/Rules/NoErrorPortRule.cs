using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>A call outside will fail one day: the flow should say what then.</summary>
internal sealed class NoErrorPortRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from module in model.Modules
        from node in module.Nodes.Values
        where node.Type?.Effect == EffectKind.External && node.Bound is { IsValid: true, Settings.OnError: OnError.Port }
        let error = node.Ports.FirstOrDefault(port => port.Name == NodePort.Error)
        where error is not null && module.From(node.Id).All(edge => edge.Output != error.Output)
        select Finding.Warning(
            "no_error_port",
            node.Id,
            $"{node.Source.Pointer}/outputs/output_{error.Output}",
            $"{node.Name} calls the outside, and nothing is connected to its port 'error': when the call fails, the walk fails.",
            $"Connect output_{error.Output}, or set 'on_error' to say that this is meant.");
}
