using FlowEngine.Api.Access;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Stages;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Gates;

namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>Summaries and gates of the caller's tenant.</summary>
public sealed class GateHandler(ComparedTurns turns, TenantGates gates, CauseAnswers answers, TimeProvider time)
{
    private const string Json = "application/json";

    /// <summary>The page has its styles in itself, and needs nothing else.</summary>
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task<IResult> SummaryAsync(HttpContext http, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (summary, refused) = await SummarizeAsync(http.Caller().Tenant.Profile, query, cancellationToken);
        return summary is null ? refused! : Results.Text(SummaryJson.Write(summary), Json);
    }

    /// <summary>The summary as a page; the gate is held against the same window, where the gate's file says none of its own.</summary>
    public async Task<IResult> ReportAsync(HttpContext http, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var tenant = http.Caller().Tenant.Profile;
        var (summary, refused) = await SummarizeAsync(tenant, query, cancellationToken);
        if (summary is null)
        {
            return refused!;
        }

        var gate = await gates.EvaluateAsync(tenant, query.From, query.To, cancellationToken);
        var examples = await answers.OfAsync([tenant], summary, cancellationToken);
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(SummaryHtml.Write(summary, tenant.Name, gate, examples), "text/html; charset=utf-8");
    }

    /// <param name="tenant">Slug; another than the caller's is not found.</param>
    /// <param name="to">The stage that is asked about.</param>
    public async Task<IResult> GateAsync(
        HttpContext http, string? tenant, string? to, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var own = http.Caller().Tenant.Profile;
        if (tenant is not null && tenant != own.Slug)
        {
            return ApiProblems.NotFound($"There is no tenant '{tenant}'.").ToResult();
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
            ? ApiProblems.InvalidRequest(faults).ToResult()
            : Results.Text(SummaryJson.Write(await gates.EvaluateAsync(own, from, until, cancellationToken)), Json);
    }

    private async Task<(Summary? Summary, IResult? Refused)> SummarizeAsync(
        TenantProfile tenant, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (filter, window, faults) = query.Read(time.GetUtcNow());
        if (filter is null)
        {
            return (null, ApiProblems.InvalidRequest(faults).ToResult());
        }

        var (summary, fault) = await turns.SummarizeAsync([tenant], filter, window!, cancellationToken);
        return summary is null
            ? (null, ApiProblems.InvalidRequest([new("from", "window_too_large", fault!)]).ToResult())
            : (summary, null);
    }
}
