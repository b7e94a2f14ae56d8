using FlowEngine.Chat.Tenants;

namespace FlowEngine.Chat.Stages;

/// <summary>Says from the comparisons whether a tenant may go on to a stage.</summary>
public interface IStageGate
{
    ValueTask<StageGateAnswer> EvaluateAsync(TenantSnapshot tenant, Stage target, CancellationToken cancellationToken);
}

public enum StageGateVerdict
{
    Passed,
    Failed,
    NotEnoughData,
}

/// <param name="Text">The criteria that decided, in a line.</param>
public sealed record StageGateAnswer(StageGateVerdict Verdict, string Text)
{
    public string VerdictText => Verdict switch
    {
        StageGateVerdict.Passed => "passed",
        StageGateVerdict.Failed => "failed",
        _ => "not_enough_data",
    };
}
