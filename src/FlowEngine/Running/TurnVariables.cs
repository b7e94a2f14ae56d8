using FlowEngine.Conversations;

namespace FlowEngine.Running;

/// <summary>The read-only variables of a turn: <c>message</c>, <c>session</c>, <c>tenant</c>, <c>now</c>.</summary>
internal static class TurnVariables
{
    /// <summary>The conversation variable that is the conversation's language.</summary>
    public const string Language = "language";

    public static ReadOnlyVariables ReadOnly(TurnInput turn, TimeZoneInfo timeZone) => new(
        Value.Of(turn.Message),
        Session(turn),
        Tenant(turn.Tenant),
        Value.Of(TimeZoneInfo.ConvertTime(turn.Now, timeZone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)));

    private static Value Session(TurnInput turn)
    {
        var members = new Dictionary<string, Value>(turn.Metadata.Count + 2, StringComparer.Ordinal);
        foreach (var (name, text) in turn.Metadata)
        {
            members[name] = Value.Of(text);
        }

        members["id"] = Value.Of(turn.SessionId);
        members["user_id"] = Value.Of(turn.UserId);
        return Value.Of(members);
    }

    private static Value Tenant(TenantProfile tenant) => Value.Object(
        ("name", Value.Of(tenant.Name)),
        ("slug", Value.Of(tenant.Slug)),
        ("currency", Value.Of(tenant.Currency)),
        ("site_url", Value.Of(tenant.SiteUrl)),
        ("phone", Value.Of(tenant.Contact.Phone)),
        ("whatsapp", Value.Of(tenant.Contact.WhatsApp)),
        ("email", Value.Of(tenant.Contact.Email)),
        ("address", Value.Of(tenant.Contact.Address)));
}
