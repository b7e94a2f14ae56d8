using FlowEngine.Chat.Tenants;
using Microsoft.AspNetCore.Authentication;

namespace FlowEngine.Api.Access;

/// <summary>Asks again who calls, for answers that go on for long: a key may be revoked or expire meanwhile.</summary>
internal sealed class CallerCheck(IServiceScopeFactory scopes, TenantDirectory tenants)
{
    /// <returns>Whether the caller would be let in now as it was before.</returns>
    public async ValueTask<bool> IsStillAsync(HttpContext http, Caller before, CancellationToken cancellationToken)
    {
        if (http.User.Identity?.AuthenticationType is not { } scheme)
        {
            return false;
        }

        // Within a request each scheme answers once and keeps its answer; another scope has schemes of its own.
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(http, scheme);
        return result.Principal is { } principal && Identity.From(principal) is { } identity && identity.Scope >= before.Scope
            && identity.Name == before.Name && await tenants.FindAsync(before.Tenant.Profile.Key.TenantId, cancellationToken) is not null;
    }
}
