using System.Text.Encodings.Web;
using FlowEngine.Chat.Tenants;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Access;

/// <summary>Visitors without a key, where the tenant that they name allows it; a cookie is their session.</summary>
internal sealed class AnonymousChatHandler(
    TenantDirectory tenants, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const int MaxSlug = 64;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var slug = Request.Headers[NamedTenants.Header].ToString();
        var tenant = slug.Length is > 0 and <= MaxSlug ? await tenants.FindAsync(slug, Context.RequestAborted) : null;
        if (tenant is not { Profile.Settings.AnonymousChat: true })
        {
            return AuthenticateResult.Fail("Send 'Authorization: Bearer KEY'.");
        }

        var session = SessionCookie.Read(Context) ?? SessionCookie.NewSession();
        var identity = new Identity($"session:{session}", AccessScope.Chat, tenant.Profile.Key.TenantId, slug, session);
        return AuthenticateResult.Success(new(identity.ToPrincipal(Scheme.Name), Scheme.Name));
    }
}
