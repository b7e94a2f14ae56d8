namespace FlowEngine.Hosting;

/// <summary>Which part of the service a process is.</summary>
public enum ServiceRole
{
    /// <summary>Everything in one process.</summary>
    All,

    /// <summary>Answers requests; leaves work in the background to others.</summary>
    Web,

    /// <summary>Does what nobody waits for: comparisons, time-outs, upkeep. It answers health checks and metrics only.</summary>
    Worker,
}
