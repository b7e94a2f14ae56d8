using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>A call outside will fail one day: the flow should say what then.</summary>
internal sealed class NoErrorPortRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var modulesThatCall = ModulesThatCall(model);
        return
            from module in model.Modules
            from node in module.Nodes.Values
            where node.Bound is { IsValid: true, Settings.OnError: OnError.Port } && (CallsOut(node) || modulesThatCall.Contains(CalledBy(node) ?? ""))
            let error = node.Ports.FirstOrDefault(port => port.Name == NodePort.Error)
            where error is not null && module.From(node.Id).All(edge => edge.Output != error.Output)
            select Finding.Warning(
                "no_error_port",
                node.Id,
                $"{node.Source.Pointer}/outputs/output_{error.Output}",
                $"{node.Name} calls {Callee(node)}, and nothing is connected to its port 'error': when the call fails, the walk fails.",
                $"Connect output_{error.Output}, or set 'on_error' to confirm that this is intended.");
    }

    /// <summary>Modules in which a call outside can fail and the failure is not met, themselves or by what they call.</summary>
    private static HashSet<string> ModulesThatCall(FlowModel model)
    {
        var calledBy = model.Modules
            .SelectMany(module => module.Nodes.Values, (module, node) => (Caller: module.Name, Callee: CalledBy(node)))
            .Where(call => call.Callee is not null)
            .ToLookup(call => call.Callee!, call => call.Caller, StringComparer.Ordinal);
        var calling = model.Modules.Where(module => module.Nodes.Values.Any(CallsOut)).Select(module => module.Name);
        return Reachability.From(calling, name => calledBy[name]);
    }

    private static bool CallsOut(NodeModel node) => node.Type is { Effect: EffectKind.External } || node.CallsOut;

    /// <summary>The module of this document that the node calls.</summary>
    private static string? CalledBy(NodeModel node) =>
        node.Bound?.Value is ISubFlowConfiguration { Flow: var flow } && flow.StartsWith('#') ? flow[1..] : null;

    private static string Callee(NodeModel node) =>
        node.Type!.Effect == EffectKind.External ? "an external service"
        : CalledBy(node) is { } module ? $"the module {module}, which calls an external service or a model"
        : "a model";
}
