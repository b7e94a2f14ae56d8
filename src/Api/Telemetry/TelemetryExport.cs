using System.Diagnostics.Metrics;
using System.Reflection;
using FlowEngine.Conversations;
using FlowEngine.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FlowEngine.Api.Telemetry;

/// <summary>Sends spans and metrics to the collector that the settings name.</summary>
internal sealed class TelemetryExport(IOptions<FlowEngineOptions> options, IMeterFactory meters) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (settings.Telemetry.ToEndpoint() is { } endpoint)
        {
            var service = ResourceBuilder.CreateDefault().AddService(
                "flowengine",
                serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
                serviceInstanceId: $"{settings.InstanceId}@{Environment.MachineName}");

            // The request's own span is the parent of the turn's: without it, the turn would not be sampled.
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(service)
                .AddSource(EngineSpans.SourceName, "Microsoft.AspNetCore")
                .AddOtlpExporter(otlp => Address(otlp, settings.Telemetry, endpoint, "v1/traces"))
                .Build();
            _metrics = ServiceMeters.Of(meters)
                .SetResourceBuilder(service)
                .AddOtlpExporter((otlp, reader) =>
                {
                    Address(otlp, settings.Telemetry, endpoint, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = settings.Telemetry.MetricsIntervalSeconds * 1000;
                })
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What was not sent yet is, where the collector takes it at once.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static void Address(OtlpExporterOptions otlp, TelemetryOptions settings, Uri endpoint, string path)
    {
        var isGrpc = settings.OtlpProtocol == TelemetryOptions.Grpc;
        otlp.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = isGrpc ? endpoint : new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
