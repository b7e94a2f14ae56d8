namespace FlowEngine.Storage.Model;

/// <summary>
/// Turns of one hour that are alike, and of one class of duration: without text and without a person, so that it outlives both.
/// </summary>
public sealed class TurnHourRow : IInstanceRow
{
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public DateTimeOffset Hour { get; set; }

    public string Engine { get; set; } = "";

    public string Stage { get; set; } = "";

    /// <summary>0: the turn walked no flow.</summary>
    public long FlowVersionId { get; set; }

    public string Language { get; set; } = "";

    /// <summary>ok, or the code of a failure.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>Empty where nothing was paid.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Which class of duration, from 0.</summary>
    public int Bucket { get; set; }

    public long Turns { get; set; }

    public long Messages { get; set; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    /// <summary>Billionths of <see cref="Currency"/>.</summary>
    public long CostUnits { get; set; }

    public double DurationMs { get; set; }
}
