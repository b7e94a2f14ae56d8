using System.Globalization;
using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Chat;

/// <summary>Refusals of turns for which nothing is left.</summary>
internal static class LimitProblems
{
    public static ApiProblem Conversation(ReachedLimit limit) => new(
        StatusCodes.Status429TooManyRequests, "conversation_limit", "The conversation has reached its limit.",
        $"{Used(limit)} Its messages can still be read. Begin a new one with another sessionId.")
    {
        Extensions = Members(limit),
    };

    /// <param name="left">Until the tenant's next day.</param>
    public static ApiProblem Tenant(ReachedLimit limit, TimeSpan left) => new(
        StatusCodes.Status429TooManyRequests, "tenant_limit", "The tenant has reached its limit for today.",
        $"{Used(limit)} Send the message again tomorrow, or raise the limit.")
    {
        RetryAfter = left,
        Extensions = Members(limit),
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
