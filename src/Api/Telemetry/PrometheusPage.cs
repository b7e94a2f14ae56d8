using System.Diagnostics.Metrics;
using FlowEngine.Chat.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace FlowEngine.Api.Telemetry;

/// <summary>The service's metrics in the text format of Prometheus, version 0.0.4.</summary>
public sealed class PrometheusPage : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Lock _gate = new();
    private readonly Page _page = new();
    private readonly BaseExportingMetricReader _reader;
    private readonly IMeterFactory _meters;
    private MeterProvider? _provider;

    /// <param name="turns">Measured from the start, not from the first turn.</param>
    public PrometheusPage(IMeterFactory meters, TurnMetrics turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        _meters = meters;
        _reader = new BaseExportingMetricReader(_page) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };
    }

    /// <summary>Measures from here on.</summary>
    public void Open() => _provider = ServiceMeters.Of(_meters).AddReader(_reader).Build();

    public string Read()
    {
        lock (_gate)
        {
            return _reader.Collect() ? _page.Text : throw new InvalidOperationException("The metrics could not be collected.");
        }
    }

    public void Dispose()
    {
        _provider?.Dispose();
        _reader.Dispose();
    }

    private sealed class Page : BaseExporter<Metric>
    {
        public string Text { get; private set; } = "";

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var text = new PrometheusText();
            foreach (var metric in batch)
            {
                text.Add(metric);
            }

            Text = text.ToString();
            return ExportResult.Success;
        }
    }
}
