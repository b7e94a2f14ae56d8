using OpenTelemetry.Metrics;

namespace FlowEngine.Api.Telemetry;

public static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder endpoints)
    {
        // MapPrometheusScrapingEndpoint would answer every method and be missing in the API's description.
        var branch = endpoints.CreateApplicationBuilder();
        branch.UseOpenTelemetryPrometheusScrapingEndpoint(
            branch.ApplicationServices.GetRequiredService<MeterProvider>(),
            _ => true,
            path: null,
            configureBranchedPipeline: null,
            optionsName: null);
        var scrape = branch.Build();
        endpoints.MapGet("/metrics", (Delegate)((HttpContext context) => scrape(context)))
            .WithName("getMetrics")
            .WithTags("Health")
            .WithSummary("Metrics of this process, in the text format of Prometheus.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
    }
}
