namespace FlowEngine.Api.Tests.Telemetry;

/// <summary>One line of a metrics page.</summary>
internal sealed record PrometheusSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    /// <summary>By the labels' names and values, without <c>le</c>.</summary>
    public string Series => string.Join(',', Labels.Where(label => label.Key != "le").OrderBy(label => label.Key, StringComparer.Ordinal));
}

/// <summary>A family: what its HELP and TYPE say, and its samples.</summary>
internal sealed record PrometheusFamily(string Name, string Help, string Type)
{
    public List<PrometheusSample> Samples { get; } = [];

    public double this[params (string Name, string Value)[] labels] => Samples
        .Where(sample => labels.All(label => sample.Labels.TryGetValue(label.Name, out var value) && value == label.Value))
        .Sum(sample => sample.Value);
}
