namespace FlowEngine.Checking;

/// <summary>One rule of the checker. It reports every place where the rule is broken, and nothing else.</summary>
internal interface ICheckRule
{
    IEnumerable<Finding> Check(FlowModel model);
}
