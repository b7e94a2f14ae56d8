namespace FlowEngine.Chat.Stages;

/// <summary>What is set for a tenant.</summary>
/// <param name="Percentage">0 to 100: share of the sessions that are at the stage, the others being at the one before.</param>
/// <param name="Sample">0 to 100: share of the sessions whose turns are compared.</param>
public sealed record StageSetting(Stage Stage, int Percentage = StageSetting.All, int Sample = StageSetting.All)
{
    public const int All = 100;

    public static StageSetting Off { get; } = new(Stage.Off);

    /// <summary>All of a tenant's sessions are at these stages, whatever the percentage.</summary>
    public static bool IsWhole(Stage stage) => stage is Stage.Off or Stage.Complete;

    /// <summary>The stage of a session.</summary>
    /// <param name="bucket">0 to 99.</param>
    public Stage Of(int bucket) => IsWhole(Stage) || bucket < Percentage ? Stage : Stage - 1;
}
