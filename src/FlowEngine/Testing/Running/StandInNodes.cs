using System.Collections.Frozen;
using FlowEngine.Compiling;
using FlowEngine.NodeTypes;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing.Running;

/// <summary>Puts nodes that fail into a compiled flow.</summary>
internal sealed class StandInNodes(IReadOnlyList<NodeStandIn> standIns)
{
    private readonly IReadOnlyList<(NodeStandIn Entry, UseCount Uses)> _entries = [.. standIns.Select(entry => (entry, new UseCount(entry.Times)))];

    public CompiledVersion Into(CompiledVersion version) => _entries.Count == 0 ? version : version with
    {
        Modules = version.Modules.ToFrozenDictionary(
            module => module.Key,
            module => module.Value with { Steps = [.. module.Value.Steps.Select(Into)] },
            StringComparer.Ordinal),
    };

    private Step Into(Step step)
    {
        var fitting = _entries.Where(entry => NodeNames.Names(step, entry.Entry.Node)).ToList();
        return fitting.Count == 0 ? step : step with { Type = step.Type with { Node = new Failing(step.Type.Node, fitting) } };
    }

    private sealed class Failing(INode inner, IReadOnlyList<(NodeStandIn Entry, UseCount Uses)> entries) : INode
    {
        public ValueTask<NodeResult> RunAsync(NodeContext context, CancellationToken cancellationToken)
        {
            foreach (var (entry, uses) in entries)
            {
                if (uses.TryUse())
                {
                    return new(NodeResult.Fail(entry.Fails, "a stand-in of the test"));
                }
            }

            return inner.RunAsync(context, cancellationToken);
        }
    }
}
