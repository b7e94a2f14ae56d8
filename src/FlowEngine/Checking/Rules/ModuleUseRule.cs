using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>A module other than Home is called by a node.</summary>
internal sealed class ModuleUseRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var called = model.Modules
            .SelectMany(module => module.Nodes.Values)
            .Select(node => (node.Bound?.Value as ISubFlowConfiguration)?.Flow)
            .ToHashSet(StringComparer.Ordinal);
        return
            from module in model.Modules
            where !module.IsHome && module.Nodes.Count > 0 && !called.Contains($"#{module.Name}")
            select Finding.Warning(
                "unused_module",
                null,
                JsonPointer.Append("/drawflow", module.Name),
                $"No node calls the module {module.Name}.",
                $"Call it as \"#{module.Name}\", or remove it.");
    }
}
