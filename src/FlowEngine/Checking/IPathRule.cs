namespace FlowEngine.Checking;

/// <summary>A rule about what a walk may come to, not only about how the flow is drawn.</summary>
internal interface IPathRule
{
    IEnumerable<Finding> Check(FlowAnalysis analysis);
}
