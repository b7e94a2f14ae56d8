namespace FlowEngine.Chat.Stages;

/// <summary>What was decided for one session.</summary>
/// <param name="Effective">The stage set, or the one before it where the session is not in its percentage.</param>
/// <param name="Sample">0 to 100: share of the sessions whose turns are compared.</param>
/// <param name="Source">Where it was set: <c>row</c>, <c>flag</c>, <c>default</c>; <c>kill_switch</c> where an engine is switched off and the other answers.</param>
/// <param name="IsSampled">This session is in the share that is compared.</param>
public sealed record StageDecision(Stage Effective, int Sample, string Source, bool IsSampled)
{
    public const string Row = "row";
    public const string Flag = "flag";
    public const string Default = "default";
    public const string KillSwitch = "kill_switch";

    public static StageDecision Of(StageSetting set, string source, long tenantId, string sessionId) => new(
        set.Of(SessionBucket.OfStage(tenantId, sessionId)),
        set.Sample,
        source,
        SessionBucket.OfSample(tenantId, sessionId) < set.Sample);
}
