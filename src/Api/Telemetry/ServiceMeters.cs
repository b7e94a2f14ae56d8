using System.Diagnostics.Metrics;
using FlowEngine.Chat.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace FlowEngine.Api.Telemetry;

/// <summary>What is measured: turns, requests, the runtime; of this service alone, should its process hold several.</summary>
internal static class ServiceMeters
{
    public static MeterProviderBuilder Of(IMeterFactory meters) => Sdk.CreateMeterProviderBuilder()
        .AddMeter(TurnMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime")
        .AddView(instrument => instrument.Meter.Scope is { } scope && scope != meters ? MetricStreamConfiguration.Drop : null);
}
