using System.ComponentModel.DataAnnotations;

namespace FlowEngine.ParallelRuns;

/// <summary>Parallel runs of both engines; what a tenant compares is in its stage.</summary>
public sealed class ComparisonOptions
{
    /// <summary>False: no turn asks for a comparison, and none that waits is run.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Candidates that run at once in one process.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = Math.Clamp(Environment.ProcessorCount, 2, 16);

    /// <summary>The longest that one candidate may take.</summary>
    [Range(1, 600)]
    public int CandidateSeconds { get; set; } = 30;

    /// <summary>Percent of the compared sessions on which the candidate goes on from its own state too.</summary>
    [Range(0.0, 100.0)]
    public double FreeRunning { get; set; }

    /// <summary>Percent of the compared sessions on which the control runs against itself too.</summary>
    [Range(0.0, 100.0)]
    public double AgainstItself { get; set; } = 10;

    /// <summary>Percent of the comparisons that nothing cheaper decided, on which one of the tenant's models is asked to judge.</summary>
    [Range(0.0, 100.0)]
    public double Judge { get; set; }

    /// <summary>The longest that the models which a verdict asks may take together.</summary>
    [Range(1, 120)]
    public int JudgeSeconds { get; set; } = 10;

    /// <summary><c>wait</c>: turns of a conversation are compared in their order, however late; <c>skip</c>: those that come while one is not done are not compared.</summary>
    [RegularExpression("wait|skip", MatchTimeoutInMilliseconds = 1000, ErrorMessage = "must be 'wait' or 'skip'.")]
    public string Lagging { get; set; } = "wait";

    /// <summary>Comparisons that may wait; a turn that comes then asks for none.</summary>
    [Range(1, 1_000_000)]
    public int MaxBacklog { get; set; } = 5_000;

    /// <summary>The longest that a candidate which may begin waits for a moment without turns in this process; 0 does not wait.</summary>
    [Range(0, 60_000)]
    public int YieldMilliseconds { get; set; } = 100;

    /// <summary>Input and output tokens of a tenant's candidates in one day; 0 sets no limit.</summary>
    [Range(0, long.MaxValue)]
    public long DayTokens { get; set; }

    /// <summary>Of a tenant's candidates in one day, in the currency of the models' prices; 0 sets no limit.</summary>
    [Range(0.0, 1_000_000_000.0)]
    public decimal DayCost { get; set; }

    /// <summary>The file with what must hold before a tenant goes a stage further; a relative path is looked for beside the program too.</summary>
    [Required]
    public string Gate { get; set; } = "gates/default.json";

    /// <summary>The window in which a tenant whose flow engine answers is watched; 0 watches nobody.</summary>
    [Range(0, 10_080)]
    public int WatchMinutes { get; set; } = 60;

    /// <summary>Conversations in the window below which the watch says nothing.</summary>
    [Range(10, 1_000_000)]
    public int WatchConversations { get; set; } = 30;

    /// <summary>A comparison that is older and has not been run is abandoned.</summary>
    [Range(1, 1000)]
    public int PendingHours { get; set; } = 24;

    /// <summary>How long answers are kept as they were; masked ones stay.</summary>
    [Range(0, 3650)]
    public int RawDays { get; set; } = 7;

    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 90;

    /// <summary>Longer than a candidate and its verdict may take, so that nobody takes over one that still runs.</summary>
    internal TimeSpan Lease => TimeSpan.FromSeconds(10 + (2 * CandidateSeconds) + JudgeSeconds);
}
