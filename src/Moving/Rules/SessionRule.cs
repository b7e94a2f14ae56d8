using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FlowEngine.Moving.Rules;

/// <summary>A conversation needs a session of at most 64 characters: one is made where there is none, and of one that is too long.</summary>
public static class SessionRule
{
    public const int MaxLength = 64;

    public static (string Session, string? Note) Of(string? session, long conversationId) => session switch
    {
        null or "" => (string.Create(CultureInfo.InvariantCulture, $"legacy-{conversationId}"), MovingCodes.SessionMade),
        { Length: > MaxLength } => ($"legacy-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(session)))[..40]}", MovingCodes.SessionTooLong),
        _ => (session, null),
    };
}
