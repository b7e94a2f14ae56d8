using System.Text.Encodings.Web;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Access;

/// <summary>Callers with an API key: <c>Authorization: Bearer KEY</c>.</summary>
internal sealed class ApiKeyHandler(
    ApiKeyCache keys, ApiKeyUses uses, TimeProvider time, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var authorization = Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(SchemeNames.Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("Send 'Authorization: Bearer KEY'.");
        }

        var key = await keys.FindAsync(authorization[SchemeNames.Bearer.Length..].Trim(), Context.RequestAborted);
        if (key is null || !Enum.TryParse<AccessScope>(key.Scope, ignoreCase: true, out var scope))
        {
            return AuthenticateResult.Fail("The key is unknown or was revoked.");
        }

        if (key.ExpiresAt <= time.GetUtcNow())
        {
            return AuthenticateResult.Fail("The key has expired. Ask who gave it to you for a new one.");
        }

        uses.Note(key.Id);
        var identity = new Identity(Caller.NameOf(key.Id), scope, key.TenantId, null, null);
        return AuthenticateResult.Success(new(identity.ToPrincipal(Scheme.Name), Scheme.Name));
    }
}
