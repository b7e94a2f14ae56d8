namespace FlowEngine.Chat.Stages;

/// <summary>What a change of a tenant's stage would come to; nothing of it is done.</summary>
/// <param name="Checks">Of the readiness to leave <c>off</c>; empty where the change does not ask for it.</param>
/// <param name="IsJump">Some sessions would come more than one stage further or back.</param>
/// <param name="Gate">Null where the change does not ask for it.</param>
public sealed record StagePreview(
    StageSetting Before, StageSetting After, IReadOnlyList<ReadyCheck> Checks, bool IsJump, StageGateAnswer? Gate)
{
    /// <summary>False where no reason would help.</summary>
    public bool IsAllowed => Checks.All(check => check.Passed);

    public bool NeedsReason => IsJump || Gate is { Verdict: not StageGateVerdict.Passed };

    /// <summary>The share of a tenant's sessions that would be at another stage.</summary>
    public int PercentMoved => Enumerable.Range(0, StageSetting.All).Count(Moves);

    /// <param name="bucket">0 to 99.</param>
    public bool Moves(int bucket) => Before.Of(bucket) != After.Of(bucket);
}
