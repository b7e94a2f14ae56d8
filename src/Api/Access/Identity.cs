using System.Globalization;
using System.Security.Claims;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Access;

/// <summary>What a scheme found out about a caller; as claims while it is on its way to the policies.</summary>
/// <param name="Name">As in <see cref="Caller.Name"/>.</param>
/// <param name="TenantId">Null where <paramref name="TenantSlug"/> says it, or for an operator.</param>
internal sealed record Identity(string Name, AccessScope Scope, long? TenantId, string? TenantSlug, string? SessionId)
{
    private const string NameClaim = "name";
    private const string ScopeClaim = "scope";
    private const string TenantIdClaim = "tenant_id";
    private const string TenantSlugClaim = "tenant";
    private const string SessionClaim = "session";

    public bool IsOperator => TenantId is null && TenantSlug is null;

    /// <summary>Null where no scheme let the caller in.</summary>
    public static Identity? From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not ClaimsIdentity { IsAuthenticated: true } claims || !Enum.TryParse<AccessScope>(Of(ScopeClaim), ignoreCase: true, out var scope))
        {
            return null;
        }

        long? tenant = Of(TenantIdClaim) is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null;
        return new(Of(NameClaim)!, scope, tenant, Of(TenantSlugClaim), Of(SessionClaim));

        string? Of(string type) => claims.FindFirst(type)?.Value;
    }

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var claims = new ClaimsIdentity(scheme, NameClaim, ScopeClaim);
        Add(NameClaim, Name);
        Add(ScopeClaim, EnumNames.For(Scope));
        Add(TenantIdClaim, TenantId?.ToString(CultureInfo.InvariantCulture));
        Add(TenantSlugClaim, TenantSlug);
        Add(SessionClaim, SessionId);
        return new(claims);

        void Add(string type, string? value)
        {
            if (value is not null)
            {
                claims.AddClaim(new(type, value));
            }
        }
    }
}
