using System.Diagnostics.CodeAnalysis;

namespace FlowEngine.Api.Access;

/// <summary>The cookie by which an anonymous chat finds its conversations again.</summary>
internal static class SessionCookie
{
    public const string Name = "flowengine_session";

    // Clients with a key choose their session ids, which may be guessed; none of theirs should be one that a cookie can name.
    private const string Prefix = "anonymous-";

    public static string NewSession() => $"{Prefix}{Guid.NewGuid():N}";

    /// <returns>Null where the cookie names no session that this service made for an anonymous chat.</returns>
    public static string? Read(HttpContext http) =>
        http.Request.Cookies.TryGetValue(Name, out var value) && IsAnonymous(value) ? value : null;

    public static void Set(HttpContext http, Caller caller, string sessionId)
    {
        if (caller.SessionId is not null)
        {
            http.Response.Cookies.Append(Name, sessionId, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(30),
            });
        }
    }

    private static bool IsAnonymous([NotNullWhen(true)] string? session) =>
        session is not null && session.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(session.AsSpan(Prefix.Length), "N", out _);
}
