using FlowEngine.Faults;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>Who asks whom in which way.</summary>
/// <param name="Way">The flow's kind, or V1.</param>
/// <param name="Run">Tells apart the conversations of one case.</param>
internal sealed record FaultCase(string Fault, string WireName, bool Streamed, string Way, int Run = 0)
{
    public const string V1 = "v1";

    public Wire Wire => Wire.All.Single(wire => wire.Name == WireName);

    /// <summary>Null where V1 answers.</summary>
    public string? Flow => Way == V1 ? null : $"{(Wire.Streams ? "ask" : "hook")}-{Way}";

    /// <summary>The session, and the id by which the fault server counts this case's calls.</summary>
    public string Id => $"{Fault}-{WireName}-{(Streamed ? "sse" : "json")}-{Way}-{Run}";
}
