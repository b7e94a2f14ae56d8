using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Reporting;

/// <param name="Severity">The worst of them.</param>
/// <param name="ExampleId">The worst one's comparison, the newest of several.</param>
public sealed record CauseCount(string Cluster, int Turns, int Conversations, Severity Severity, string ExampleId)
{
    /// <summary>What the key means, for a person.</summary>
    public string Title { get; init; } = Cluster;
}
