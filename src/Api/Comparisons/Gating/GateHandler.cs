using FlowEngine.Api.Access;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Problems;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;

namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>Summaries and gates of the caller's tenant.</summary>
public sealed class GateHandler(ComparedTurns turns, TenantGates gates)
{
    private const string Json = "application/json";

    /// <summary>The page has its styles in itself, and needs nothing else.</summary>
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task<IResult> SummaryAsync(HttpContext http, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (filter, faults) = query.Read();
        return filter is null
            ? ApiProblems.InvalidRequest(faults).ToResult()
            : Results.Text(
                SummaryJson.Write(Summarizer.Of(await turns.ReadAsync(http.Caller().Tenant.Profile, filter, cancellationToken))), Json);
    }

    /// <summary>The summary as a page; the gate is held against the same window.</summary>
    public async Task<IResult> ReportAsync(HttpContext http, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (filter, faults) = query.Read();
        if (filter is null)
        {
            return ApiProblems.InvalidRequest(faults).ToResult();
        }

        var tenant = http.Caller().Tenant.Profile;
        var summary = Summarizer.Of(await turns.ReadAsync(tenant, filter, cancellationToken));
        var gate = await gates.EvaluateAsync(tenant, filter.From, filter.To, cancellationToken);
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(SummaryHtml.Write(summary, tenant.Name, gate), "text/html; charset=utf-8");
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
        if (to is not null && !Stages.StageText.All.Contains(to, StringComparer.Ordinal))
        {
            faults.Add(new("to", "unknown", $"'to' is one of {string.Join(", ", Stages.StageText.All)}."));
        }

        if (TimeWindow.Fault(from, until) is { } window)
        {
            faults.Add(new("until", "window_reversed", window));
        }

        return faults.Count > 0
            ? ApiProblems.InvalidRequest(faults).ToResult()
            : Results.Text(SummaryJson.Write(await gates.EvaluateAsync(own, from, until, cancellationToken)), Json);
    }
}
