namespace FlowEngine.Checking;

/// <summary>A rule about what can happen on a walk, as opposed to how the flow is drawn.</summary>
internal interface IPathRule
{
    IEnumerable<Finding> Check(FlowAnalysis analysis);
}
