namespace FlowEngine.Comparing.Gates;

public enum CriterionStatus
{
    Passed,
    Failed,
    NotEnoughData,
}
