namespace FlowEngine.Storage.Jobs;

/// <summary>How far jobs are, as rows and the API name it.</summary>
public static class JobStates
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } = [Queued, Running, Done, Failed, Cancelled];

    /// <summary>It waits for a worker, or one has it.</summary>
    public static bool IsOpen(string state) => state is Queued or Running;
}
