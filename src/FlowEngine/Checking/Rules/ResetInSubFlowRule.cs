using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>A module that is called does not forget the variables of the conversation that its caller still needs.</summary>
internal sealed class ResetInSubFlowRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from module in model.Modules
        where !module.IsHome
        from node in module.Nodes.Values
        let ending = node.Bound?.Value as IEndingConfiguration
        where ending is { ResetsConversation: true }
        select Finding.Warning(
            "reset_in_sub_flow",
            node.Id,
            node.Source.ConfigurationPointer + ending.ResetPointer,
            $"{node.Name} clears the conversation's variables in the module {module.Name}, while the flow that called it continues.",
            "Clear them at an end of Home.");
}
