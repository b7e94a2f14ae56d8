using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>A jump leads to a node of its own module.</summary>
internal sealed class JumpTargetRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var suggestions = new Suggestions();
        return
            from module in model.Modules
            from node in module.Nodes.Values
            let jump = node.Bound?.Value as IJumpConfiguration
            where jump is not null && !module.Nodes.ContainsKey(jump.Target)
            select Report(module, node, jump, suggestions.Nearest(jump.Target, [.. module.Nodes.Keys]));
    }

    private static Finding Report(ModuleModel module, NodeModel node, IJumpConfiguration jump, string? near)
    {
        var pointer = node.Source.ConfigurationPointer + jump.TargetPointer;
        return Finding.Error(
            "unknown_jump_target",
            node.Id,
            pointer,
            $"{node.Name} jumps to '{jump.Target}', which is not a node of the module {module.Name}.",
            near is null ? "Give the id of a node of this module." : $"Did you mean '{near}'?")
            with
        { Edits = near is null ? [] : [JsonPatchOperation.Replace(pointer, near)] };
    }
}
