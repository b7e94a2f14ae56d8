namespace FlowEngine.Api.Access;

/// <summary>The tenants that a request names, in its path and its header.</summary>
internal static class NamedTenants
{
    public const string Header = "X-Tenant";

    /// <summary>The parameter of routes that has a tenant's slug.</summary>
    public const string Route = "tenant";

    public static IReadOnlyList<string> In(HttpContext http)
    {
        string?[] names = [http.Request.RouteValues[Route] as string, http.Request.Headers[Header].ToString()];
        return [.. names.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
