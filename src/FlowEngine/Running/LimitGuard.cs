using FlowEngine.Conversations;

namespace FlowEngine.Running;

/// <summary>What one turn may still use.</summary>
internal sealed class LimitGuard(TurnLimits limits)
{
    private int _steps;

    /// <summary>Counts a step; the limit that is passed, or null.</summary>
    public TurnFailure? Step(Walk walk)
    {
        if (++_steps > limits.MaxSteps)
        {
            return Over(FailureCodes.StepLimit, walk, $"more than {limits.MaxSteps} steps");
        }

        return walk.Depth > limits.MaxDepth
            ? Over(FailureCodes.DepthLimit, walk, $"more than {limits.MaxDepth} flows within each other")
            : null;
    }

    /// <summary>The limit that what was made so far passes, or null.</summary>
    public TurnFailure? Amounts(Walk walk, TurnBuilder made) =>
        limits.Passed(made.Output, made.Usage) is var (code, cause) ? Over(code, walk, cause) : null;

    private static TurnFailure Over(string code, Walk walk, string cause) => new(code, walk.Innermost.Step.Id, cause);
}
