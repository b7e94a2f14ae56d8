using System.Net;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Calls go to hosts on the tenant's list, by TLS unless the list says otherwise, and never to a literal private address.</summary>
internal sealed class OutgoingHostRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from node in model.Modules.SelectMany(module => module.Nodes.Values)
        let outgoing = node.Bound?.Value as IOutgoingConfiguration
        where outgoing?.Origin is not null
        let finding = PrivateAddress(model.Context, node, outgoing) ?? Host(model.Context, node, outgoing)
        where finding is not null
        select finding;

    private static Finding? PrivateAddress(CheckContext context, NodeModel node, IOutgoingConfiguration outgoing)
    {
        if (!IsPrivate(outgoing.Origin!, context.OpenNetworks ?? []))
        {
            return null;
        }

        // Without a tenant nobody says which networks the operator opened.
        return new(
            "private_address",
            context.AllowedHosts is null ? Severity.Warning : Severity.Error,
            node.Id,
            PointerOf(node, outgoing),
            $"{node.Name} calls {outgoing.Origin!.Host}, which is not on the public internet.",
            "Use the name of a public host, or have the operator open that network.");
    }

    /// <summary>Addresses as they are written, and the names that every machine resolves to itself.</summary>
    private static bool IsPrivate(Uri origin, IReadOnlyList<IPNetwork> open)
    {
        var host = AllowedHosts.HostOf(origin);
        var address = host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal) ? IPAddress.Loopback
            : IPAddress.TryParse(host, out var literal) ? literal
            : null;
        return address is not null && !NetworkAddresses.IsAllowed(address, open);
    }

    private static Finding? Host(CheckContext context, NodeModel node, IOutgoingConfiguration outgoing)
    {
        var origin = outgoing.Origin!;
        if (context.AllowedHosts is not { } allowed)
        {
            // Without a tenant nobody says whether its list has the host for plain http.
            return origin.Scheme == Uri.UriSchemeHttp ? PlainHttp(Severity.Warning, node, outgoing) : null;
        }

        return AllowedHosts.Judge(allowed, origin) switch
        {
            HostVerdict.NotAllowed => Finding.Error(
                "host_not_allowed",
                node.Id,
                PointerOf(node, outgoing),
                $"{node.Name} calls {origin.Authority}, which is not on the tenant's list of allowed hosts.",
                "Have an administrator add the host, or call another one."),
            HostVerdict.TlsRequired => PlainHttp(Severity.Error, node, outgoing),
            _ => null,
        };
    }

    private static Finding PlainHttp(Severity severity, NodeModel node, IOutgoingConfiguration outgoing) => new(
        "plain_http",
        severity,
        node.Id,
        PointerOf(node, outgoing),
        $"{node.Name} calls {outgoing.Origin!.Authority} over plain http, so anyone on the network path can read and change what is sent.",
        "Use https.");

    private static string PointerOf(NodeModel node, IOutgoingConfiguration outgoing) =>
        node.Source.ConfigurationPointer + outgoing.UrlPointer;
}
