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
        if (!IPAddress.TryParse(outgoing.Origin!.IdnHost, out var address) || NetworkAddresses.IsAllowed(address, context.OpenNetworks ?? []))
        {
            return null;
        }

        // Without a tenant nobody says which networks the operator opened.
        return new(
            "private_address",
            context.AllowedHosts is null ? Severity.Warning : Severity.Error,
            node.Id,
            PointerOf(node, outgoing),
            $"{node.Name} calls {address}, which is no address of the public internet.",
            "Use the name of a public host, or have the operator open that network.");
    }

    private static Finding? Host(CheckContext context, NodeModel node, IOutgoingConfiguration outgoing)
    {
        if (context.AllowedHosts is not { } allowed)
        {
            return null;
        }

        var origin = outgoing.Origin!;
        return AllowedHosts.Judge(allowed, origin) switch
        {
            HostVerdict.NotAllowed => Finding.Error(
                "host_not_allowed",
                node.Id,
                PointerOf(node, outgoing),
                $"{node.Name} calls {origin.Authority}, which is not on the tenant's list of allowed hosts.",
                "Have an administrator add the host, or call another one."),
            HostVerdict.TlsRequired => Finding.Error(
                "plain_http",
                node.Id,
                PointerOf(node, outgoing),
                $"{node.Name} calls {origin.Authority} by plain http: whoever is on the way reads and changes what is sent.",
                "Use https."),
            _ => null,
        };
    }

    private static string PointerOf(NodeModel node, IOutgoingConfiguration outgoing) =>
        node.Source.ConfigurationPointer + outgoing.UrlPointer;
}
