using FlowEngine.Comparing.Ladder;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Candidates;
using FlowEngine.Text.Personal;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Judging;

/// <summary>Puts two observations of one turn on the ladder, with the tenant's ignore rules and models.</summary>
public sealed class TurnComparer(
    LadderOptions ladder, VerdictModels models, TenantIgnoreRules rules, IOptionsMonitor<ComparisonOptions> options, TimeProvider time)
{
    private const double All = 100;

    public async ValueTask<Verdict> CompareAsync(
        TenantProfile tenant, Guid turnId, CandidateInput given, Observation control, Observation candidate, CancellationToken cancellationToken)
    {
        var asked = await models.OfAsync(tenant, turnId, cancellationToken);
        var comparator = new Comparator(ladder with { JudgeSample = options.CurrentValue.Judge / All }, asked.Embedder, asked.Judge);
        var verdict = await comparator.CompareAsync(
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
                Told = ConversationStateJson.Read(given.Before).State is { } before ? PersonalValues.Of(before) : [],
            },
            cancellationToken);
        return verdict with { Usage = asked.Usage };
    }
}
