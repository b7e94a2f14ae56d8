using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Tenants;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>How recorded conversations are played.</summary>
/// <param name="Flow">Name of the flow that new walks take; null: the tenant's own choice.</param>
/// <param name="Free">The candidate also goes on from its own state.</param>
/// <param name="AgainstItself">Percent of the conversations in which the control also runs against itself.</param>
/// <param name="Limit">What one engine may take for one turn.</param>
/// <param name="At">When all turns are played; then no time is measured. Null: now.</param>
public sealed record PlayPlan(
    TenantSnapshot Tenant, EngineName Control, string? Flow, bool Free, double AgainstItself, TimeSpan Limit, DateTimeOffset? At)
{
    public EngineName Candidate => Control == EngineName.V1 ? EngineName.V2 : EngineName.V1;

    /// <summary>The stage in which the engines have these parts.</summary>
    public string Stage => Control == EngineName.V1 ? "shadow" : "live";
}
