namespace FlowEngine.Chat.Stages;

/// <summary>Which changes are a step, and which a jump; pure.</summary>
public static class StageSteps
{
    /// <summary>Some session would come more than one stage further or back. Back to <c>off</c> is never a jump.</summary>
    public static bool IsJump(StageSetting from, StageSetting to) => Enumerable.Range(0, StageSetting.All)
        .Any(bucket => to.Of(bucket) != Stage.Off && Math.Abs(to.Of(bucket) - from.Of(bucket)) > 1);

    /// <summary>V2 may come to answer or to run where it did not: asks for readiness.</summary>
    public static bool LeavesOff(StageSetting from, StageSetting to) => from.Stage == Stage.Off && to.Stage != Stage.Off;

    /// <summary>Asks for the gate: comparisons are there from <c>shadow</c> on, so the step to it has none.</summary>
    public static bool Advances(StageSetting from, StageSetting to) => to.Stage > from.Stage && to.Stage > Stage.Shadow;
}
