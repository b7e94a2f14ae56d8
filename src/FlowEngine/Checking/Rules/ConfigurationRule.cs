using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Every configuration binds to its type's record.</summary>
internal sealed class ConfigurationRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from module in model.Modules
        from node in module.Nodes.Values
        where node.Bound is not null
        from fault in node.Bound!.Faults
        select new Finding(
            fault.Code ?? (fault.IsError ? "configuration_invalid" : "configuration_unknown_member"),
            fault.IsError ? Severity.Error : Severity.Warning,
            node.Id,
            node.Source.ConfigurationPointer + fault.Pointer,
            $"{node.Name}: {fault.Message}",
            fault.Fix)
        { Edits = EditsOf(node, fault) };

    private static IReadOnlyList<JsonPatchOperation> EditsOf(NodeModel node, ConfigurationFault fault)
    {
        var pointer = node.Source.ConfigurationPointer + fault.Pointer;
        return fault.MeantMember is { } meant ? [JsonPatchOperation.Move(pointer, $"{pointer[..pointer.LastIndexOf('/')]}/{meant}")] : [];
    }
}
