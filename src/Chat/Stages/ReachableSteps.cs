using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Chat.Stages;

/// <summary>The steps that walks of a flow can come to, through jumps and into the flows that it calls.</summary>
internal sealed class ReachableSteps(FlowCache flows)
{
    /// <returns>Their node types, or why the flow cannot be read.</returns>
    public async ValueTask<(IReadOnlySet<NodeTypeInfo>? Types, TurnFailure? Failure)> TypesAsync(
        TenantKey tenant, FlowVersionRef flow, IReadOnlyDictionary<string, FlowVersionRef> active, CancellationToken cancellationToken)
    {
        var types = new HashSet<NodeTypeInfo>();
        var seen = new HashSet<(long, string)>();
        var waiting = new Stack<(FlowVersionRef Flow, string Module)>([(flow, DrawflowDocument.HomeName)]);
        while (waiting.TryPop(out var next))
        {
            if (!seen.Add((next.Flow.Id, next.Module)))
            {
                continue;
            }

            var load = await flows.GetAsync(tenant, next.Flow.Id, cancellationToken);
            if (load.Version is not { } version)
            {
                return (null, load.Failure);
            }

            foreach (var step in version.Modules.TryGetValue(next.Module, out var module) ? Of(module) : [])
            {
                types.Add(step.Type);
                if (step.Configuration is ISubFlowConfiguration { Flow: var called })
                {
                    if (called.StartsWith('#'))
                    {
                        waiting.Push((next.Flow, called[1..]));
                    }
                    else if (active.TryGetValue(called, out var other))
                    {
                        waiting.Push((other, DrawflowDocument.HomeName));
                    }
                }
            }
        }

        return (types, null);
    }

    private static IEnumerable<Step> Of(Flow flow)
    {
        var seen = new HashSet<int>();
        var waiting = new Stack<int>([flow.Start]);
        while (waiting.TryPop(out var index))
        {
            if (index < 0 || !seen.Add(index))
            {
                continue;
            }

            var step = flow.Steps[index];
            yield return step;
            foreach (var port in step.Ports)
            {
                waiting.Push(port.Target);
            }

            if (step.Configuration is IJumpConfiguration jump && flow.IndexById.TryGetValue(jump.Target, out var target))
            {
                waiting.Push(target);
            }
        }
    }
}
