using System.Diagnostics.Metrics;
using FlowEngine.Chat.Telemetry;
using OpenTelemetry.Metrics;

namespace FlowEngine.Api.Telemetry;

/// <summary>The metrics that <c>/metrics</c> shows.</summary>
internal static class PrometheusMetrics
{
    /// <summary>Measures from here on.</summary>
    public static MeterProvider Build(IServiceProvider services)
    {
        // Its gauges are there from the start, not from the first turn.
        services.GetRequiredService<TurnMetrics>();
        return ServiceMeters.Of(services.GetRequiredService<IMeterFactory>())
            .AddPrometheusExporter(exporter =>
            {
                // Each answer is of now, and holds the documented metrics only.
                exporter.ScrapeResponseCacheDurationMilliseconds = 0;
                exporter.ScopeInfoEnabled = false;
                exporter.TargetInfoEnabled = false;
            })
            .Build();
    }
}
