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

    public async Task<IResult> SummaryAsync(HttpContext http, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (filter, faults) = query.Read();
        return filter is null
            ? ApiProblems.InvalidRequest(faults).ToResult()
            : Results.Text(
                SummaryJson.Write(Summarizer.Of(await turns.ReadAsync(http.Caller().Tenant.Profile, filter, cancellationToken))), Json);
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
