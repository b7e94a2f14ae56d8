using FlowEngine.Api.Stages;
using FlowEngine.Comparing.Gates;
using FlowEngine.Storage.Stages;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>
/// What a tenant's comparisons say to a further stage: those made since its stage was set last, as the ones before were of other sessions or
/// the other control. While the watch holds a tenant, it goes no further.
/// </summary>
public sealed class ComparisonGate(TenantGates gates, WatchDecisions watch, StageStore stages) : IStageGate
{
    public async ValueTask<StageGateAnswer> EvaluateAsync(TenantSnapshot tenant, Stage target, CancellationToken cancellationToken)
    {
        if (watch.Of(tenant.Profile.Slug) is { Action: WatchAction.Hold } held)
        {
            return new(StageGateVerdict.Failed, $"The watch holds the tenant: {held.Reason}");
        }

        var since = (await stages.GetAsync(tenant.Profile.Key, cancellationToken))?.UpdatedAt;
        var gate = await gates.EvaluateAsync(tenant.Profile, since, null, cancellationToken);
        return new(
            gate.Status switch
            {
                GateStatus.Passed => StageGateVerdict.Passed,
                GateStatus.NotEnoughData => StageGateVerdict.NotEnoughData,
                _ => StageGateVerdict.Failed,
            },
            Text(gate));
    }

    private static string Text(GateEvaluation gate) => string.Join(
        " ",
        gate.Errors.Concat(gate.Criteria.Where(criterion => criterion.Status != CriterionStatus.Passed).Select(criterion => criterion.Reason))
            .DefaultIfEmpty($"All {gate.Criteria.Count} criteria pass on {gate.Conversations} conversations."));
}
