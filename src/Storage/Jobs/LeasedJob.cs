using FlowEngine.Conversations;

namespace FlowEngine.Storage.Jobs;

/// <summary>A job that this process has until its lease ends.</summary>
/// <param name="Holder">The process.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="IsCancelled">It was cancelled while another process had it.</param>
public sealed record LeasedJob(
    long RowId, TenantKey Tenant, Guid Id, string Kind, string Input, string Holder, int Attempt, bool IsCancelled);

/// <summary>What became of a job that a process has.</summary>
public enum JobHold
{
    /// <summary>It still has it.</summary>
    Held,

    /// <summary>It has it, and is to stop.</summary>
    Cancelled,

    /// <summary>Another process has it, or it is finished.</summary>
    Lost,
}
