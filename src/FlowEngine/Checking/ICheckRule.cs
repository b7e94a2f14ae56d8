namespace FlowEngine.Checking;

/// <summary>
/// One rule of the checker. It reports every violation of that rule, and nothing else. One instance serves all checks, so it keeps no state, and
/// it must not throw: documents are written by anybody. Rules of other assemblies are registered with the service (<c>AddCheckRules</c>).
/// </summary>
public interface ICheckRule
{
    IEnumerable<Finding> Check(FlowModel model);
}
