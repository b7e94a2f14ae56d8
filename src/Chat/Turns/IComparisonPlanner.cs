namespace FlowEngine.Chat.Turns;

/// <summary>Says what a turn asks to be compared; what it gives is written by the turn's own transaction.</summary>
public interface IComparisonPlanner
{
    /// <summary>Without input or output, since the user waits. Never throws for what is wrong with a comparison: that is no fault of the turn.</summary>
    /// <param name="durationMs">Of the engine.</param>
    /// <param name="firstTokenMs">Null where nothing was streamed.</param>
    IReadOnlyList<ComparisonRequest> Plan(PlannedTurn turn, EngineRun run, double durationMs, double? firstTokenMs);

    /// <summary>A turn that asks for comparisons was stored.</summary>
    void Stored();
}
