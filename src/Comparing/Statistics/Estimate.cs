namespace FlowEngine.Comparing.Statistics;

/// <summary>A figure with what is known of it, or why there is none.</summary>
public sealed record Estimate
{
    /// <summary>Null where there is not enough data, never zero instead.</summary>
    public double? Value { get; init; }

    public Interval? Interval { get; init; }

    /// <summary>Share of the interval; 0.95.</summary>
    public double Confidence { get; init; }

    /// <summary>Turns that the figure is made of.</summary>
    public int Turns { get; init; }

    /// <summary>Conversations that those turns are of: the n of every interval.</summary>
    public int Conversations { get; init; }

    /// <summary>The smallest change of the value that this sample would show with the power asked for, in the value's own unit.</summary>
    public double? SmallestEffect { get; init; }

    /// <summary>Why there is no value.</summary>
    public string? Missing { get; init; }
}
