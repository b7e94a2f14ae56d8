namespace FlowEngine.Api.Access;

/// <summary>The cookie by which an anonymous chat finds its conversations again.</summary>
internal static class SessionCookie
{
    public const string Name = "flowengine_session";

    public static string? Read(HttpContext http) =>
        http.Request.Cookies.TryGetValue(Name, out var value) && value.Length is > 0 and <= 64 ? value : null;

    public static void Set(HttpContext http, Caller caller, string sessionId)
    {
        if (caller.KeyId is null)
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
}
