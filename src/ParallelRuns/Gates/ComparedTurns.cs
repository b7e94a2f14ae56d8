using System.Runtime.CompilerServices;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>A tenant's comparisons as statistics and gates take them: read row by row, and nothing is written.</summary>
public sealed class ComparedTurns(ComparisonStore store, AskedTurns asked, StoredIgnoreRules rules, TimeProvider time)
{
    /// <summary>The summary of the comparisons of some tenants in a window.</summary>
    /// <param name="filter">With the window in it.</param>
    /// <returns>The summary, or what is wrong with the window.</returns>
    public async Task<(Summary? Summary, string? Fault)> SummarizeAsync(
        IReadOnlyList<TenantProfile> tenants, ComparisonFilter filter, TimeWindow window, CancellationToken cancellationToken)
    {
        var builder = new SummaryBuilder();
        var notEntered = 0;
        foreach (var tenant in tenants)
        {
            await foreach (var turn in ReadAsync(tenant, filter, cancellationToken))
            {
                builder.Add(turn);
                if (builder.Conversations > TimeWindow.MaxConversations)
                {
                    return (null, TimeWindow.TooManyConversations);
                }
            }

            // A turn that ends now began before now.
            notEntered += await asked.CountAsync(tenant.Key, window.From, window.To ?? time.GetUtcNow().AddDays(1), cancellationToken);
        }

        return (builder.Build(new()) with { Window = window, NotEntered = notEntered }, null);
    }

    /// <summary>A gate held against a tenant's comparisons.</summary>
    /// <param name="from">Takes precedence over the file's; null: the file's, else 30 days before the end.</param>
    public async Task<GateEvaluation> EvaluateAsync(
        TenantProfile tenant, GateFile gate, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        (from, to) = (from ?? gate.From, to ?? gate.To);
        var (window, fault) = TimeWindow.Of(from, to, time.GetUtcNow());
        if (window is null)
        {
            return GateEvaluator.Refused(gate, from, to, fault!);
        }

        return await SampleAsync(tenant, gate, window, cancellationToken) is { } sample
            ? GateEvaluator.Evaluate(gate, sample, await ExpiredRulesAsync(tenant, cancellationToken))
            : GateEvaluator.Refused(gate, window.From, window.To, TimeWindow.TooManyConversations);
    }

    /// <summary>A short window as a whole, for the watch, which looks at its halves.</summary>
    public async Task<GateInput> WindowAsync(TenantProfile tenant, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var (turns, answered) = (new List<ComparedTurn>(), new List<AnsweredTurn>());
        await foreach (var turn in ReadAsync(tenant, new(From: from), cancellationToken))
        {
            turns.Add(turn);
        }

        await foreach (var turn in store.AnsweredAsync(tenant.Key, from, null, cancellationToken))
        {
            answered.Add(Answered(tenant, turn));
        }

        return new(turns) { Answered = answered, ExpiredRules = await ExpiredRulesAsync(tenant, cancellationToken), From = from };
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

    /// <returns>Null where the window has too many conversations.</returns>
    private async Task<GateSample?> SampleAsync(TenantProfile tenant, GateFile gate, TimeWindow window, CancellationToken cancellationToken)
    {
        var sample = new GateSample(gate, window.From, window.To);
        await foreach (var turn in ReadAsync(tenant, new(Mode: gate.Mode, From: window.From, To: window.To), cancellationToken))
        {
            sample.Add(turn);
            if (sample.Conversations > TimeWindow.MaxConversations)
            {
                return null;
            }
        }

        await foreach (var turn in store.AnsweredAsync(tenant.Key, window.From, window.To, cancellationToken))
        {
            sample.Add(Answered(tenant, turn));
            if (sample.Conversations > TimeWindow.MaxConversations)
            {
                return null;
            }
        }

        return sample;
    }

    private static AnsweredTurn Answered(TenantProfile tenant, StagedTurn turn) =>
        new(turn.TurnId.ToString(), tenant.Slug, turn.Conversation.ToString(), turn.At, turn.IsFallback);

    private async IAsyncEnumerable<ComparedTurn> ReadAsync(
        TenantProfile tenant, ComparisonFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.StreamAsync(tenant.Key, filter, cancellationToken))
        {
            yield return ComparedRow.Turn(row, tenant.Slug);
        }
    }
}
