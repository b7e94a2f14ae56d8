using FlowEngine.Conversations;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common;

/// <summary>The walk variable <c>contact</c>: how a person reaches the tenant, as texts show it.</summary>
internal static class ContactValues
{
    public const string Variable = "contact";

    public static Value Of(ContactFacts facts, string language, string? site) => Value.Object(
        ("phone", Value.Of(facts.Phone)),
        ("whatsapp", Value.Of(facts.WhatsApp)),
        ("whatsapp_link", Value.Of(SiteAddress.WhatsApp(facts.WhatsApp))),
        ("email", Value.Of(facts.Email)),
        ("address", Value.Of(facts.Address)),
        ("working_hours", Value.Of(Hours(facts, language))),
        ("callback_form_url", Value.Of(MessageAddresses.OnSite(site, facts.CallbackFormUrl))));

    public static ContactFacts Read(Value contact, string language) => new()
    {
        Phone = Text(contact["phone"]),
        WhatsApp = Text(contact["whatsapp"]),
        Email = Text(contact["email"]),
        Address = Text(contact["address"]),
        WorkingHours = Text(contact["working_hours"]) is { } hours ? new Dictionary<string, string> { [language] = hours } : new Dictionary<string, string>(),
        CallbackFormUrl = Text(contact["callback_form_url"]),
    };

    public static string? Hours(ContactFacts facts, string language) =>
        facts.WorkingHours.GetValueOrDefault(language) ?? facts.WorkingHours.Values.FirstOrDefault();

    private static string? Text(Value value) => value.IsEmpty ? null : value.ToString();
}
