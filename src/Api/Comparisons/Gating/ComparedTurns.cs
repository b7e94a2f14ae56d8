using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>A tenant's comparisons as statistics and gates take them.</summary>
public sealed class ComparedTurns(ComparisonStore store, AskedTurns asked, StoredIgnoreRules rules, TimeProvider time)
{
    /// <summary>All, those too that wait and that nobody looked at yet.</summary>
    public async Task<IReadOnlyList<ComparedTurn>> ReadAsync(TenantProfile tenant, ComparisonFilter filter, CancellationToken cancellationToken)
    {
        await asked.EnterAllAsync(tenant.Key, cancellationToken);
        return await ReadEnteredAsync(tenant, filter, cancellationToken);
    }

    /// <summary>With what else a gate asks for: turns that fell back, and rules that are over.</summary>
    public async Task<GateInput> GateAsync(TenantProfile tenant, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        var answered = await store.AnsweredAsync(tenant.Key, from, to, cancellationToken);
        return new(await ReadEnteredAsync(tenant, new(From: from, To: to), cancellationToken))
        {
            Answered =
            [
                .. answered.Select(turn => new AnsweredTurn(
                    turn.TurnId.ToString(), tenant.Slug, turn.Conversation.ToString(), turn.At, turn.IsFallback)),
            ],
            ExpiredRules = await ExpiredRulesAsync(tenant, cancellationToken),
            From = from,
            To = to,
        };
    }

    /// <summary>Rules that are over and not yet removed, as a gate names them.</summary>
    public async Task<IReadOnlyList<string>> ExpiredRulesAsync(TenantProfile tenant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return
        [
            .. (await rules.AllAsync(tenant.Key, cancellationToken))
                .Where(rule => rule.ExpiresAt <= now)
                .Select(rule => $"{rule.Id} ({rule.Field}, {rule.Owner})"),
        ];
    }

    /// <summary>What only waits tells a gate nothing.</summary>
    private async Task<List<ComparedTurn>> ReadEnteredAsync(TenantProfile tenant, ComparisonFilter filter, CancellationToken cancellationToken)
    {
        var turns = new List<ComparedTurn>();
        await foreach (var row in store.StreamAsync(tenant.Key, filter, cancellationToken))
        {
            turns.Add(ComparisonMapping.Turn(row, tenant.Slug));
        }

        return turns;
    }
}
