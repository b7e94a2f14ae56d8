using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace FlowEngine.Api.Telemetry;

/// <summary>Writes metrics as Prometheus reads them.</summary>
internal sealed class PrometheusText
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>A metric whose name was written already is left out: a family may stand once on a page.</summary>
    public void Add(Metric metric)
    {
        var name = PrometheusNames.Of(metric.Name, metric.Unit, isCounter: metric.MetricType is MetricType.LongSum or MetricType.DoubleSum);
        if (TypeOf(metric.MetricType) is not { } type || !_written.Add(name))
        {
            return;
        }

        _text.Append("# HELP ").Append(name).Append(' ').Append(PrometheusNames.Help(metric.Description)).Append('\n')
            .Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point.Tags);
            switch (metric.MetricType)
            {
                case MetricType.Histogram:
                    Histogram(name, labels, in point);
                    break;
                case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                    Sample(name, labels, point.GetSumLong());
                    break;
                case MetricType.LongGauge:
                    Sample(name, labels, point.GetGaugeLastValueLong());
                    break;
                case MetricType.DoubleGauge:
                    Sample(name, labels, point.GetGaugeLastValueDouble());
                    break;
                default:
                    Sample(name, labels, point.GetSumDouble());
                    break;
            }
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>Null for what the format cannot show.</summary>
    private static string? TypeOf(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic or MetricType.LongGauge or MetricType.DoubleGauge => "gauge",
        MetricType.Histogram => "histogram",
        _ => null,
    };

    private void Histogram(string name, string labels, in MetricPoint point)
    {
        var upTo = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            upTo += bucket.BucketCount;
            var bound = $"le=\"{PrometheusNames.Number(bucket.ExplicitBound)}\"";
            Sample($"{name}_bucket", labels.Length == 0 ? bound : $"{labels},{bound}", upTo);
        }

        Sample($"{name}_sum", labels, point.GetHistogramSum());
        Sample($"{name}_count", labels, point.GetHistogramCount());
    }

    private static string Labels(ReadOnlyTagCollection tags)
    {
        var labels = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            labels.Append(labels.Length == 0 ? "" : ",").Append(PrometheusNames.Label(key)).Append("=\"")
                .Append(PrometheusNames.Value(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        return labels.ToString();
    }

    private void Sample(string name, string labels, double value)
    {
        _text.Append(name);
        if (labels.Length > 0)
        {
            _text.Append('{').Append(labels).Append('}');
        }

        _text.Append(' ').Append(PrometheusNames.Number(value)).Append('\n');
    }
}
