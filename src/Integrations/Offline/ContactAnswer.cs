using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Offline;

internal static class ContactAnswer
{
    /// <summary>The facts that are known, a line each; nothing where there are none.</summary>
    public static IReadOnlyList<string> Facts(ContactFacts? contact, Wording wording)
    {
        if (contact is null)
        {
            return [];
        }

        var words = wording.Contact;
        var hours = contact.WorkingHours.TryGetValue(wording.Language, out var own) ? own
            : contact.WorkingHours.OrderBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault().Value;
        return
        [
            .. new (string Label, string? Fact)[]
            {
                (words.Phone, contact.Phone),
                (words.WhatsApp, contact.WhatsApp),
                (words.Email, contact.Email),
                (words.Address, contact.Address),
                (words.Hours, hours),
                (words.CallbackForm, contact.CallbackFormUrl),
            }
            .Where(line => !UnicodeText.IsBlank(line.Fact))
            .Select(line => $"- {line.Label}: {PlainText.Of(line.Fact!)}"),
        ];
    }

    public static IEnumerable<string> Lines(ContactFacts? contact, string intro, Wording wording)
    {
        var facts = Facts(contact, wording);
        return facts.Count == 0 ? [wording.Contact.None] : [intro, .. facts];
    }

    /// <summary>What is added where an answer has nothing else to give; nothing if there are no facts.</summary>
    public static IEnumerable<string> Offer(ContactFacts? contact, Wording wording)
    {
        var facts = Facts(contact, wording);
        return facts.Count == 0 ? [] : [wording.Contact.Offer, .. facts];
    }
}
