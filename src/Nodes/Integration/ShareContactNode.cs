using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Integration;

public enum ContactType
{
    Phone,
    Whatsapp,
    Email,
    Address,
    WorkingHours,
    CallbackForm,
}

public sealed record ShareContactConfiguration
{
    public IReadOnlyList<ContactType> ContactTypes { get; init; } = [ContactType.Phone, ContactType.Email];
}

[NodeType("share_contact", NodeCategory.Integration,
    Says = Saying.Sometimes, Summary = "Shows the tenant's contact details as cards.")]
[Port("next")]
internal sealed class ShareContactNode : Node<ShareContactConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        ShareContactConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var tenant = context.Turn.Tenant;
        var isTurkish = context.Language == "tr";
        Card[] cards = [.. configuration.ContactTypes.Distinct().Select(type => CardOf(type, tenant, context.Language, isTurkish)).OfType<Card>()];
        if (cards.Length == 0)
        {
            return Now(NodeResult.Continue());
        }

        var message = context.NewMessage(isTurkish ? "İletişim bilgilerimiz:" : "Our contact details:", MessageKind.Cards);
        return Now(NodeResult.Continue() with { Messages = [message with { Cards = cards }] });
    }

    /// <summary>Null where the tenant does not offer it.</summary>
    private static Card? CardOf(ContactType type, TenantProfile tenant, string language, bool isTurkish)
    {
        var contact = tenant.Contact;
        return type switch
        {
            ContactType.Phone => Make(isTurkish ? "Telefon" : "Phone", contact.Phone, $"tel:{Dialled(contact.Phone)}"),
            ContactType.Whatsapp => Make("WhatsApp", contact.WhatsApp, SiteAddress.WhatsApp(contact.WhatsApp)),
            ContactType.Email => Make(isTurkish ? "E-posta" : "E-mail", contact.Email, $"mailto:{contact.Email}"),
            ContactType.Address => Make(isTurkish ? "Adres" : "Address", contact.Address, null),
            ContactType.WorkingHours => Make(isTurkish ? "Çalışma saatleri" : "Opening hours", ContactValues.Hours(contact, language), null),
            _ => LinkAddress.On(tenant.SiteUrl, contact.CallbackFormUrl) is { } address
                ? Make(isTurkish ? "Sizi arayalım" : "Ask for a call", address, address)
                : null,
        };
    }

    private static Card? Make(string title, string? text, string? url) =>
        UnicodeText.IsBlank(text) ? null : new Card(title, text, Url: LinkAddress.Allowed(url));

    private static string Dialled(string? phone) => string.Concat((phone ?? "").Where(c => char.IsAsciiDigit(c) || c == '+'));
}
