using System.Net;

namespace FlowEngine.Integrations.Http;

/// <param name="OpenNetworks">Private networks that outgoing calls may reach all the same.</param>
public sealed record OutgoingHttpOptions(IReadOnlyList<IPNetwork> OpenNetworks)
{
    public static OutgoingHttpOptions Public { get; } = new([]);
}
