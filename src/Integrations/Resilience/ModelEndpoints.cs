using System.Net;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;

namespace FlowEngine.Integrations.Resilience;

/// <summary>
/// Where models may be asked: at any address of the public internet, and at those that the operator named, such as a model server on the
/// same premises.
/// </summary>
public sealed class ModelEndpoints(EndpointList named, OutgoingHttpOptions outgoing)
{
    /// <summary>The operator answers for it: it is connected to wherever it is, through a proxy if there is one.</summary>
    public bool IsNamed(Uri endpoint) => named.Covers(endpoint);

    /// <summary>True where the address itself already says that it will not be connected to. Names are resolved only when they are connected to.</summary>
    public bool IsRefused(Uri endpoint) =>
        !IsNamed(endpoint)
        && (IPAddress.TryParse(endpoint.DnsSafeHost, out var address)
            ? !NetworkAddresses.IsAllowed(address, outgoing.OpenNetworks)
            : endpoint.IsLoopback && !NetworkAddresses.IsAllowed(IPAddress.Loopback, outgoing.OpenNetworks));
}
