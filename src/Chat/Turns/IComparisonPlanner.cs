namespace FlowEngine.Chat.Turns;

/// <summary>Says what a turn asks to be compared; what it gives is written by the turn's own transaction.</summary>
public interface IComparisonPlanner
{
    /// <summary>Never throws for what is wrong with a comparison: that is no fault of the turn.</summary>
    /// <param name="durationMs">Of the engine.</param>
    /// <param name="firstTokenMs">Null where nothing was streamed.</param>
    ValueTask<IReadOnlyList<ComparisonRequest>> PlanAsync(
        PlannedTurn turn, EngineRun run, double durationMs, double? firstTokenMs, CancellationToken cancellationToken);

    /// <summary>A turn that asks for comparisons was stored.</summary>
    void Stored();
}
