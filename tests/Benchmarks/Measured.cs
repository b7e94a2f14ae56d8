namespace FlowEngine.Benchmarks;

/// <summary>One benchmark: the median of its iterations, and what it allocated.</summary>
internal sealed record Measured(string Type, int Steps, double Nanoseconds, double Bytes)
{
    /// <summary>What one step more costs, between two lengths of one type.</summary>
    public (double Nanoseconds, double Bytes) PerStepSince(Measured shorter) =>
        ((Nanoseconds - shorter.Nanoseconds) / (Steps - shorter.Steps), (Bytes - shorter.Bytes) / (Steps - shorter.Steps));
}
