using MathNet.Numerics.Distributions;

namespace FlowEngine.Comparing.Statistics;

/// <summary>A figure, its distribution and so its interval at any confidence.</summary>
public sealed class Measured
{
    private readonly Measure _measure;
    private readonly BootstrapDistribution? _distribution;

    private Measured(Measure measure, BootstrapDistribution? distribution)
    {
        _measure = distribution is { IsUsable: false }
            ? Measure.None("too few turns have this figure", measure.Turns, measure.Conversations)
            : measure;
        _distribution = _measure.Missing is null ? distribution : null;
    }

    public double? Value => _distribution?.Value;

    public string? Missing => _measure.Missing;

    public int Turns => _measure.Turns;

    public int Conversations => _measure.Conversations;

    public static Measured[] All(ConversationTable table, IReadOnlyList<Measure> measures, BootstrapOptions options)
    {
        var statistics = measures.Where(measure => measure.Statistic is not null).Select(measure => measure.Statistic!).ToArray();
        var distributions = new Queue<BootstrapDistribution>(statistics.Length == 0 ? [] : ClusterBootstrap.Run(table.Clusters, statistics, options));
        return [.. measures.Select(measure => new Measured(measure, measure.Statistic is null ? null : distributions.Dequeue()))];
    }

    /// <summary>Null where there is no value.</summary>
    /// <param name="outside">The chance beyond each end.</param>
    public Interval? Bounds(double outside)
    {
        if (_distribution is null)
        {
            return null;
        }

        var interval = _distribution.Bca(outside);
        return _measure.Cautious is null ? interval : interval.Around(_measure.Cautious(outside));
    }

    /// <summary>From the interval's own width, so that it holds where that was widened.</summary>
    /// <param name="alpha">Of the one-sided test.</param>
    public double? SmallestEffect(double alpha, double power) =>
        Bounds(alpha) is { } bounds
            ? Math.Max(Power.SmallestEffect(_distribution!.StandardError, alpha, power),
                (Value!.Value - bounds.Low) * (1 + (Normal.InvCDF(0, 1, power) / Normal.InvCDF(0, 1, 1 - alpha))))
            : null;

    public Estimate Estimate(BootstrapOptions options)
    {
        var outside = (1 - options.Confidence) / 2;
        return new()
        {
            Value = Value,
            Interval = Bounds(outside),
            Confidence = options.Confidence,
            Turns = Turns,
            Conversations = Conversations,
            SmallestEffect = SmallestEffect(outside, options.Power),
            Missing = Missing,
        };
    }
}
