using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>The flows and modules that nodes call exist.</summary>
internal sealed class SubFlowRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var modules = model.Modules.Where(module => module.Nodes.Count > 0).Select(module => $"#{module.Name}").ToHashSet(StringComparer.Ordinal);
        var namesakes = modules.GroupBy(module => module[1..], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var suggestions = new Suggestions();
        foreach (var node in model.Modules.SelectMany(module => module.Nodes.Values))
        {
            if (node.Bound?.Value is not ISubFlowConfiguration { Flow: var flow } call)
            {
                continue;
            }

            var namesake = namesakes.GetValueOrDefault(flow.TrimStart('#'));
            var isKnown = flow.StartsWith('#') ? modules.Contains(flow) : model.Context.FlowNames?.Contains(flow) ?? namesake is null;
            if (!isKnown)
            {
                var near = namesake ?? suggestions.Nearest(flow, flow.StartsWith('#') ? modules : [.. model.Context.FlowNames ?? modules]);
                yield return Finding.Error(
                    "unknown_sub_flow",
                    node.Id,
                    node.Source.ConfigurationPointer + call.FlowPointer,
                    Message(node, flow, isTenantKnown: model.Context.FlowNames is not null),
                    near is null ? "Name a module as #Module or a flow of the tenant." : $"Did you mean '{near}'?")
                    with
                { Edits = near is null ? [] : [JsonPatchOperation.Replace(node.Source.ConfigurationPointer + call.FlowPointer, near)] };
            }
        }
    }

    private static string Message(NodeModel node, string flow, bool isTenantKnown) =>
        flow.StartsWith('#') ? $"{node.Name} calls the module '{flow[1..]}', which this document does not have."
        : isTenantKnown ? $"{node.Name} calls the flow '{flow}', which the tenant does not have."
        : $"{node.Name} calls '{flow}' as a flow, but that is the name of a module of this document.";
}
