using FlowEngine.Chat.Tenants;

namespace FlowEngine.Chat.Jobs;

/// <summary>A job in the hands of a worker.</summary>
/// <param name="Input">JSON, as the job was started with.</param>
public sealed record JobRun(Guid Id, TenantSnapshot Tenant, string Input, JobProgress Progress);
