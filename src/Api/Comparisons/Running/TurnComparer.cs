using FlowEngine.Comparing.Ladder;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>Puts two observations of one turn on the ladder, with the tenant's ignore rules.</summary>
public sealed class TurnComparer(Comparator comparator, TenantIgnoreRules rules, TimeProvider time)
{
    public async ValueTask<Verdict> CompareAsync(
        TenantProfile tenant, Guid turnId, CandidateInput given, Observation control, Observation candidate, CancellationToken cancellationToken) =>
        await comparator.CompareAsync(
            control,
            candidate,
            new ComparisonContext
            {
                Language = given.Language,
                Now = time.GetUtcNow(),
                Currency = tenant.Currency,
                Rules = await rules.OfAsync(tenant.Key, cancellationToken),
                UserMessage = given.Message,
                SampleKey = turnId.ToString(),
            },
            cancellationToken);
}
