using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Every module that is walked has exactly one start.</summary>
internal sealed class StartRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        if (model.Home is not { Nodes.Count: > 0 })
        {
            yield return Finding.Error(
                "no_start", null, "/drawflow/Home", "The module Home has no nodes, so nothing can start.", "Draw the flow in the module Home.");
            yield break;
        }

        var called = model.Modules
            .SelectMany(module => module.Nodes.Values)
            .Select(node => (node.Bound?.Value as ISubFlowConfiguration)?.Flow)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var module in model.Modules.Where(module => module.IsHome || (module.Nodes.Count > 0 && called.Contains($"#{module.Name}"))))
        {
            var stored = module.IsHome ? model.Context.StartNodeId : null;
            var starts = StartFinder.Candidates(module, stored);
            if (starts.Count == 1)
            {
                continue;
            }

            var pointer = JsonPointer.Append("/drawflow", module.Name);
            yield return starts.Count > 1
                ? Finding.Error(
                    "several_starts",
                    starts[0],
                    pointer,
                    $"The module {module.Name} could start at {string.Join(" or ", starts.Select(id => module.Nodes[id].Name))}.",
                    "Connect a node that leads to the others, or name the start (PUT ?start=ID).")
                : Finding.Error(
                    "no_start",
                    null,
                    pointer,
                    string.IsNullOrEmpty(stored)
                        ? $"The module {module.Name} has no node with an outgoing connection that nothing else leads to."
                        : $"The stored start '{stored}' is not a node of the module {module.Name}.",
                    $"{FirstNode(model)}, or name the start (PUT ?start=ID).");
        }
    }

    private static string FirstNode(FlowModel model) =>
        model.Context.Registry.All.Where(type => type.IsEntryPoint).Select(type => type.Name).ToList() is { Count: > 0 } types
            ? $"Add a node of the type {string.Join(" or ", types)} and connect it"
            : "Connect a node that nothing leads to";
}
