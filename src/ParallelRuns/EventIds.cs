namespace FlowEngine.ParallelRuns;

/// <summary>Ids of this project's log messages: 5500 to 5599.</summary>
internal static class EventIds
{
    public const int ComparisonFailed = 5500;
    public const int ComparisonNotRun = 5501;
    public const int PlanningFailed = 5502;
    public const int WatchFailed = 5503;
    public const int SteppedBack = 5504;
    public const int NotSteppedBack = 5505;
    public const int VerdictWithoutModel = 5506;
    public const int RoundFailed = 5507;
}
