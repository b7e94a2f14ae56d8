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
            fault.Fix);
}
