namespace FlowEngine.Checking;

/// <summary>One rule of the checker. It reports every violation of that rule, and nothing else.</summary>
internal interface ICheckRule
{
    IEnumerable<Finding> Check(FlowModel model);
}
