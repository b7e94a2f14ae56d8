using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>What both engines said in the examples of the most frequent causes, masked.</summary>
public sealed class CauseAnswers(ComparisonStore store)
{
    /// <summary>By the comparison's id; one that is not of these tenants, or not to be read, is left out.</summary>
    public async Task<IReadOnlyDictionary<string, AnswerPair>> OfAsync(
        IReadOnlyList<TenantProfile> tenants, Summary summary, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, AnswerPair>(StringComparer.Ordinal);
        foreach (var cause in summary.Causes.Take(AnswerPair.MostCauses))
        {
            if (Guid.TryParse(cause.ExampleId, out var id) && await FindAsync(tenants, id, cancellationToken) is { } pair)
            {
                answers[cause.ExampleId] = pair;
            }
        }

        return answers;
    }

    private async Task<AnswerPair?> FindAsync(IReadOnlyList<TenantProfile> tenants, Guid id, CancellationToken cancellationToken)
    {
        foreach (var tenant in tenants)
        {
            if (await store.FindAsync(tenant.Key, id, cancellationToken) is { Control: { } control, Candidate: { } candidate }
                && ObservationJson.Read(control) is { } ours && ObservationJson.Read(candidate) is { } theirs)
            {
                return AnswerPair.Of(ours, theirs);
            }
        }

        return null;
    }
}
