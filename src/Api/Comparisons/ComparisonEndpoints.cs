using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Comparisons.Gating;
using FlowEngine.Api.Comparisons.Ignoring;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Comparisons;

public static class ComparisonEndpoints
{
    private const string Window = "Of the window from `from` to `to`; without `from` of the 30 days before its end, at most of 366 days. Nothing is written.";

    public static void MapComparisons(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/comparisons").WithTags("Comparisons").RequireScope(AccessScope.Engineer)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("", (HttpContext http, ComparisonHandler handler, [AsParameters] ComparisonQuery query, string? next, CancellationToken token) =>
                handler.ListAsync(http, query, next, token))
            .WithSummary("The tenant's comparisons, newest first.")
            .WithDescription(Window)
            .Produces<Page<ComparisonView>>();
        group.MapGet("/{id:guid}", (HttpContext http, ComparisonHandler handler, Guid id, [FromQuery] bool? raw, CancellationToken token) =>
                handler.GetAsync(http, id, raw == true, token))
            .WithSummary("One comparison: what both engines did, and every step of the verdict.")
            .WithDescription("What users told about themselves is masked; with `raw=true` the answers are shown as they were, as long as they are kept.")
            .Produces<ComparisonDetailView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapRules(group);
        group.MapGet("/summary", (HttpContext http, GateHandler handler, [AsParameters] ComparisonQuery query, CancellationToken token) =>
                handler.SummaryAsync(http, query, token))
            .WithSummary("Comparisons counted and estimated: rates with intervals over conversations, the excess over the control's own noise, paired latency and cost.")
            .WithDescription(Window);
        group.MapGet("/report.html", (HttpContext http, GateHandler handler, [AsParameters] ComparisonQuery query, CancellationToken token) =>
                handler.ReportAsync(http, query, token))
            .WithSummary("The summary and the gate as one page by itself, without scripts and with nothing loaded.")
            .WithDescription(Window)
            .Produces(StatusCodes.Status200OK, contentType: "text/html");
        group.MapGet("/gate", (
                    HttpContext http, GateHandler handler, string? tenant, string? to, DateTimeOffset? from, DateTimeOffset? until, CancellationToken token) =>
                handler.GateAsync(http, tenant, to, from, until, token))
            .WithSummary("The gate held against the tenant's comparisons: each criterion passes, fails or has not enough data, with its evidence.");
        group.MapGet("/export.csv", (HttpContext http, ComparisonExport export, [AsParameters] ComparisonQuery query) => export.Csv(http, query))
            .WithSummary("The comparisons as CSV, oldest first, streamed.")
            .WithDescription(Window);
        group.MapGet("/export.ndjson", (HttpContext http, ComparisonExport export, [AsParameters] ComparisonQuery query) => export.Ndjson(http, query))
            .WithSummary("The comparisons as lines of JSON, oldest first, streamed.")
            .WithDescription(Window);
    }

    private static void MapRules(RouteGroupBuilder group)
    {
        group.MapGet("/ignore-rules", (HttpContext http, IgnoreRuleHandler handler, CancellationToken token) => handler.ListAsync(http, token))
            .WithSummary("Differences that somebody has looked at and accepts, for a time.")
            .Produces<Page<IgnoreRuleView>>();
        group.MapPost("/ignore-rules", (HttpContext http, IgnoreRuleHandler handler, CancellationToken token) => handler.AddAsync(http, token))
            .WithSummary("Adds a rule; two that could cover the same difference are refused.")
            .Accepts<IgnoreRuleBody>("application/json")
            .Produces<IgnoreRuleView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapDelete(
                "/ignore-rules/{id:long}",
                (HttpContext http, IgnoreRuleHandler handler, long id, CancellationToken token) => handler.RemoveAsync(http, id, token))
            .WithSummary("Removes a rule.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }
}
