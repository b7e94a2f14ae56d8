using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>
/// What a tenant's comparisons say to a further stage: those made since its stage was set last, as the ones before were of other sessions or
/// the other control. While the watch holds a tenant, it goes no further.
/// </summary>
public sealed class ComparisonGate(TenantGates gates, WatchDecisions watch, IStageStore stages, TimeProvider time) : IStageGate
{
    public async ValueTask<StageGateAnswer> EvaluateAsync(TenantSnapshot tenant, Stage target, CancellationToken cancellationToken)
    {
        if (watch.Of(tenant.Profile.Slug) is { Action: WatchAction.Hold } held)
        {
            return new(StageGateVerdict.Failed, $"The watch holds the tenant: {held.Reason}");
        }

        var oldest = time.GetUtcNow().AddDays(-TimeWindow.MaxDays);
        var since = (await stages.GetAsync(tenant.Profile.Key, cancellationToken))?.UpdatedAt;
        since = since < oldest ? oldest : since;
        var gate = await gates.EvaluateAsync(tenant.Profile, since, null, cancellationToken);
        return new(
            gate.Status switch
            {
                GateStatus.Passed => StageGateVerdict.Passed,
                GateStatus.NotEnoughData => StageGateVerdict.NotEnoughData,
                _ => StageGateVerdict.Failed,
            },
            GateText.Short(gate));
    }
}
