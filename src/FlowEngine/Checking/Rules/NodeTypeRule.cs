using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Every node's type is registered, and the tenant may use it.</summary>
internal sealed class NodeTypeRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var known = model.Context.Registry.All.Select(type => type.Name).ToList();
        foreach (var node in model.Modules.SelectMany(module => module.Nodes.Values))
        {
            if (node.Type is null)
            {
                var near = Spelling.Nearest(node.Source.Type, known);
                yield return Finding.Error(
                    "unknown_node_type",
                    node.Id,
                    $"{node.Source.Pointer}/name",
                    $"{node.Name} has the type '{node.Source.Type}', which does not exist.",
                    near is null ? $"Use one of {string.Join(", ", known)}." : $"Did you mean '{near}'?")
                    with
                { Edits = near is null || node.Source.Type.Length == 0 ? [] : [JsonPatchOperation.Replace($"{node.Source.Pointer}/name", near)] };
            }
            else if (model.Context.AllowedTypes?.Contains(node.Type.Name) == false)
            {
                yield return Finding.Error(
                    "node_type_not_allowed",
                    node.Id,
                    $"{node.Source.Pointer}/name",
                    $"{node.Name} has the type '{node.Type.Name}', which is switched off or not open to this tenant.",
                    "Use another type, or have an operator switch it on.");
            }
        }
    }
}
