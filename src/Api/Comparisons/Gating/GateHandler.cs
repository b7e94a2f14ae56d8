using FlowEngine.Api.Access;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Stages;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Gates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>Summaries and gates of the caller's tenant.</summary>
public sealed class GateHandler(ComparedTurns turns, TenantGates gates, CauseAnswers answers, TimeProvider time)
{
    public async Task<Results<Ok<Summary>, ApiProblem>> SummaryAsync(Caller caller, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (summary, refused) = await SummarizeAsync(caller.Tenant.Profile, query, cancellationToken);
        return summary is null ? refused! : TypedResults.Ok(summary);
    }

    /// <summary>The summary as a page; the gate is held against the same window, where the gate's file says none of its own.</summary>
    public async Task<Results<HtmlPage, ApiProblem>> ReportAsync(Caller caller, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant.Profile;
        var (summary, refused) = await SummarizeAsync(tenant, query, cancellationToken);
        if (summary is null)
        {
            return refused!;
        }

        var gate = await gates.EvaluateAsync(tenant, query.From, query.To, cancellationToken);
        var examples = await answers.OfAsync([tenant], summary, cancellationToken);
        return new HtmlPage(SummaryHtml.Write(summary, tenant.Name, gate, examples));
    }

    /// <param name="tenant">Slug; another than the caller's is not found.</param>
    /// <param name="to">The stage that is asked about.</param>
    public async Task<Results<Ok<GateEvaluation>, ApiProblem>> GateAsync(
        Caller caller, string? tenant, string? to, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var own = caller.Tenant.Profile;
        if (tenant is not null && tenant != own.Slug)
        {
            return ApiProblems.NotFound($"There is no tenant '{tenant}'.");
        }

        var faults = new List<FieldError>();
        if (to is not null && !StageNames.All.Contains(to, StringComparer.Ordinal))
        {
            faults.Add(new("to", "unknown", $"'to' is one of {string.Join(", ", StageNames.All)}."));
        }

        if (TimeWindow.Of(from, until, time.GetUtcNow()).Fault is { } fault)
        {
            faults.Add(from >= until ? new("until", "window_reversed", fault) : new("from", "window_too_long", fault));
        }

        return faults.Count > 0
            ? ApiProblems.InvalidRequest(faults)
            : TypedResults.Ok(await gates.EvaluateAsync(own, from, until, cancellationToken));
    }

    private async Task<(Summary? Summary, ApiProblem? Refused)> SummarizeAsync(
        TenantProfile tenant, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (filter, window, faults) = query.Read(time.GetUtcNow());
        if (filter is null)
        {
            return (null, ApiProblems.InvalidRequest(faults));
        }

        var (summary, fault) = await turns.SummarizeAsync([tenant], filter, window!, cancellationToken);
        return summary is null
            ? (null, ApiProblems.InvalidRequest([new("from", "window_too_large", fault!)]))
            : (summary, null);
    }
}
