using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using FlowEngine.Hosting.Access;
using FlowEngine.Storage.Access;

namespace FlowEngine.Api.Access;

/// <summary>Who calls: an API key's tenant, or an anonymous chat where the tenant allows it.</summary>
public sealed class CallerResolver(ApiKeyCache keys, TenantDirectory tenants)
{
    public const string TenantRoute = "tenant";

    private const string TenantHeader = "X-Tenant";
    private const string Bearer = "Bearer ";

    public async ValueTask<(Caller? Caller, ApiProblem? Problem)> ResolveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await ByKeyAsync(http, authorization[Bearer.Length..].Trim(), cancellationToken)
                : (null, ApiProblems.SignIn("Send 'Authorization: Bearer KEY'."));
        }

        return await AnonymousAsync(http, cancellationToken);
    }

    public static bool NamesTenant(HttpContext http) => Named(http).Count > 0;

    /// <summary>For addresses of all tenants.</summary>
    /// <returns>The operator's name in audits, or why it is none.</returns>
    public async ValueTask<(string? Name, ApiProblem? Problem)> OperatorAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        var key = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await keys.FindAsync(authorization[Bearer.Length..].Trim(), cancellationToken)
            : null;
        return key is null ? (null, ApiProblems.SignIn("Send 'Authorization: Bearer KEY' with an operator's key."))
            : key.TenantId is not null ? (null, ApiProblems.Forbidden("operator"))
            : (Caller.NameOf(key.Id), null);
    }

    private async ValueTask<(Caller?, ApiProblem?)> ByKeyAsync(HttpContext http, string key, CancellationToken cancellationToken)
    {
        var row = await keys.FindAsync(key, cancellationToken);
        if (row is null || !Enum.TryParse<AccessScope>(row.Scope, ignoreCase: true, out var scope))
        {
            return (null, ApiProblems.SignIn("The key is unknown or was revoked."));
        }

        var named = Named(http);
        if (row.TenantId is not { } tenantId)
        {
            return await OperatorAsync(row, scope, named, cancellationToken);
        }

        var tenant = await tenants.FindAsync(tenantId, cancellationToken);
        if (tenant is null || named.Any(slug => slug != tenant.Profile.Slug))
        {
            return (null, ApiProblems.NotFound("The key's tenant has no such data."));
        }

        return (new Caller(tenant, scope, row.Id, null, false), null);
    }

    private async ValueTask<(Caller?, ApiProblem?)> OperatorAsync(
        ApiKey key, AccessScope scope, List<string> named, CancellationToken cancellationToken)
    {
        if (named.Count == 0)
        {
            return (null, ApiProblems.InvalidRequest(
                [new(TenantHeader, "missing", $"An operator's key names the tenant in the header '{TenantHeader}'.")]));
        }

        var tenant = named.Distinct(StringComparer.Ordinal).Count() == 1 ? await tenants.FindAsync(named[0], cancellationToken) : null;
        return tenant is null
            ? (null, ApiProblems.NotFound("There is no such tenant."))
            : (new Caller(tenant, scope, key.Id, null, true), null);
    }

    /// <summary>The tenants that path and header name.</summary>
    private static List<string> Named(HttpContext http)
    {
        string?[] names = [http.Request.RouteValues[TenantRoute] as string, http.Request.Headers[TenantHeader].ToString()];
        return [.. names.OfType<string>().Where(name => name.Length > 0)];
    }

    private async ValueTask<(Caller?, ApiProblem?)> AnonymousAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var slug = http.Request.Headers[TenantHeader].ToString();
        var tenant = slug.Length is > 0 and <= 64 ? await tenants.FindAsync(slug, cancellationToken) : null;
        if (tenant is not { Profile.Settings.AnonymousChat: true })
        {
            return (null, ApiProblems.SignIn("Send 'Authorization: Bearer KEY'."));
        }

        return (new Caller(tenant, AccessScope.Chat, null, SessionCookie.Read(http) ?? SessionCookie.NewSession(), false), null);
    }
}
