using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Shop;

public sealed record ContactRequestConfiguration
{
    [Link]
    [Description("Absolute or relative to the tenant's site; by default the tenant's own.")]
    public string? CallbackFormUrl { get; init; }

    [Description("False: only the call-back form is offered.")]
    public bool ShowContactInfo { get; init; } = true;
}

[NodeType("contact_request", NodeCategory.Shop,
    Summary = "Makes the tenant's contact facts and call-back link known to the answer.",
    Sets = [ContactValues.Variable + ":object"])]
[Port("next")]
internal sealed class ContactRequestNode : Node<ContactRequestConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        ContactRequestConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var tenant = context.Turn.Tenant;
        var form = configuration.CallbackFormUrl ?? tenant.Contact.CallbackFormUrl;
        var facts = configuration.ShowContactInfo
            ? tenant.Contact with { CallbackFormUrl = form }
            : new ContactFacts { CallbackFormUrl = form };
        var contact = ContactValues.Of(facts, context.Language, tenant.SiteUrl);
        return Now(NodeResult.Continue() with { Sets = WalkSets.Of((ContactValues.Variable, contact)) });
    }
}
