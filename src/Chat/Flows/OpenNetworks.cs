using System.Net;

namespace FlowEngine.Chat.Flows;

/// <summary>Private networks that the operator opened for outgoing calls.</summary>
public sealed record OpenNetworks(IReadOnlyList<IPNetwork> All);
