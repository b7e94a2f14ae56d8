namespace FlowEngine.Api.Telemetry;

public static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/metrics", (PrometheusPage page) => Results.Text(page.Read(), PrometheusPage.ContentType))
            .WithTags("Health")
            .WithSummary("Metrics of this process, in the text format of Prometheus.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
}
