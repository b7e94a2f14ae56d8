using System.Globalization;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Chat.Limits;

/// <summary>Refusals of turns for which nothing is left.</summary>
internal static class LimitRefusals
{
    public static Refusal Conversation(ReachedLimit limit) => new(
        RefusalKind.LimitReached, "conversation_limit", "The conversation has reached its limit.",
        $"{Used(limit)} Its messages can still be read. Begin a new one with another sessionId.")
    {
        Members = Members(limit),
    };

    /// <param name="left">Until the tenant's next day.</param>
    public static Refusal Tenant(ReachedLimit limit, TimeSpan left) => new(
        RefusalKind.LimitReached, "tenant_limit", "The tenant has reached its limit for today.",
        $"{Used(limit)} Send the message again tomorrow, or raise the limit.")
    {
        RetryAfter = left,
        Members = Members(limit),
    };

    private static string Used(ReachedLimit limit) => string.Create(
        CultureInfo.InvariantCulture, $"{limit.Used} of {limit.Value}{(limit.Currency is null ? "" : " ")}{limit.Currency} ({limit.Name}) are used.");

    private static Dictionary<string, object?> Members(ReachedLimit limit)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["limit"] = limit.Name,
            ["value"] = limit.Value,
            ["used"] = limit.Used,
        };
        if (limit.Currency is not null)
        {
            members["currency"] = limit.Currency;
        }

        return members;
    }
}
