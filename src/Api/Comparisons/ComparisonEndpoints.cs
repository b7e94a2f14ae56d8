using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Comparisons.Gating;
using FlowEngine.Api.Comparisons.Ignoring;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Comparisons;

public static class ComparisonEndpoints
{
    private const string Window = "Of the window from `from` to `to`; without `from` of the 30 days before its end, at most of 366 days. Nothing is written.";

    public static void MapComparisons(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/comparisons").WithTags("Comparisons").RequireScope(AccessScope.Engineer);
        group.MapGet("", (Caller caller, ComparisonHandler handler, [AsParameters] ComparisonQuery query, string? next, CancellationToken token) =>
                handler.ListAsync(caller, query, next, token))
            .WithName("listComparisons")
            .WithSummary("The tenant's comparisons, newest first.")
            .WithDescription(Window);
        group.MapGet("/{id:guid}", (Caller caller, ComparisonHandler handler, Guid id, bool? raw, CancellationToken token) =>
                handler.GetAsync(caller, id, raw == true, token))
            .WithName("getComparison")
            .WithSummary("One comparison: what both engines did, and every step of the verdict.")
            .WithDescription("What users told about themselves is masked; with `raw=true` the answers are shown as they were, as long as they are kept.")
            .Problems(404);
        MapRules(group);
        MapEvidence(group);
        group.MapGet("/export.csv", (Caller caller, ComparisonExport export, [AsParameters] ComparisonQuery query, CancellationToken token) =>
                export.Csv(caller, query, token))
            .WithName("exportComparisonsAsCsv")
            .WithSummary("The comparisons as CSV, oldest first, streamed.")
            .WithDescription(Window)
            .WithMetadata(new AnsweredFile("text/csv"));
        group.MapGet("/export.ndjson", (Caller caller, ComparisonExport export, [AsParameters] ComparisonQuery query, CancellationToken token) =>
                export.Ndjson(caller, query, token))
            .WithName("exportComparisonsAsNdjson")
            .WithSummary("The comparisons as lines of JSON, oldest first, streamed.")
            .WithDescription(Window)
            .WithMetadata(new AnsweredFile("application/x-ndjson"));
    }

    private static void MapEvidence(RouteGroupBuilder group)
    {
        group.MapGet("/summary", (Caller caller, GateHandler handler, [AsParameters] ComparisonQuery query, CancellationToken token) =>
                handler.SummaryAsync(caller, query, token))
            .WithName("getComparisonSummary")
            .WithSummary("Comparisons counted and estimated: rates with intervals over conversations, the excess over the control's own noise, paired latency and cost.")
            .WithDescription(Window);
        group.MapGet("/report.html", (Caller caller, GateHandler handler, [AsParameters] ComparisonQuery query, CancellationToken token) =>
                handler.ReportAsync(caller, query, token))
            .WithName("getComparisonReport")
            .WithSummary("The summary and the gate as one page by itself, without scripts and with nothing loaded.")
            .WithDescription(Window);
        group.MapGet("/gate", (
                    Caller caller, GateHandler handler, string? tenant, string? to, DateTimeOffset? from, DateTimeOffset? until, CancellationToken token) =>
                handler.GateAsync(caller, tenant, to, from, until, token))
            .WithName("getGate")
            .WithSummary("The gate held against the tenant's comparisons: each criterion passes, fails or has not enough data, with its evidence.")
            .Problems(404);
    }

    private static void MapRules(RouteGroupBuilder group)
    {
        group.MapGet("/ignore-rules", (Caller caller, IgnoreRuleHandler handler, CancellationToken token) => handler.ListAsync(caller, token))
            .WithName("listIgnoreRules")
            .WithSummary("Differences that somebody has looked at and accepts, for a time.");
        group.MapPost("/ignore-rules", (Caller caller, IgnoreRuleHandler handler, Body<IgnoreRuleBody> body, CancellationToken token) =>
                handler.AddAsync(caller, body.Value, token))
            .WithName("addIgnoreRule")
            .WithSummary("Adds a rule; two that could cover the same difference are refused.");
        group.MapDelete("/ignore-rules/{id:long}", (Caller caller, IgnoreRuleHandler handler, long id, CancellationToken token) =>
                handler.RemoveAsync(caller, id, token))
            .WithName("removeIgnoreRule")
            .WithSummary("Removes a rule.")
            .Problems(404);
    }
}
