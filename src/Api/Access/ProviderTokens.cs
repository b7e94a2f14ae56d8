using System.Security.Cryptography;
using System.Text;
using FlowEngine.Hosting;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowEngine.Api.Access;

/// <summary>Tokens of the OpenID providers that are configured: one scheme each.</summary>
internal sealed class ProviderTokens(IOptions<FlowEngineOptions> options) : IConfigureNamedOptions<JwtBearerOptions>
{
    private const string Prefix = "token:";

    /// <summary>Of a caller's name that is stored with turns.</summary>
    private const int MaxName = 100;

    private static readonly TimeSpan s_skew = TimeSpan.FromSeconds(30);
    private static readonly JsonWebTokenHandler s_tokens = new();

    public static string Scheme(string provider) => Prefix + provider;

    /// <summary>The scheme of the provider that the token names as its issuer; null where it is no token. What it says is checked afterwards.</summary>
    public static string? Select(string authorization, AccessOptions access)
    {
        if (access.Providers.Count == 0 || !authorization.StartsWith(SchemeNames.Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = authorization[SchemeNames.Bearer.Length..].Trim();
        if (!s_tokens.CanReadToken(text))
        {
            return null;
        }

        var issuer = Issuer(text);
        var provider = access.Providers.FirstOrDefault(one => one.Value.Authority.TrimEnd('/') == issuer?.TrimEnd('/')).Key ?? access.Providers.Keys.First();
        return Scheme(provider);
    }

    public void Configure(JwtBearerOptions options)
    {
    }

    public void Configure(string? name, JwtBearerOptions bearer)
    {
        if (name?.StartsWith(Prefix, StringComparison.Ordinal) != true
            || !options.Value.Access.Providers.TryGetValue(name[Prefix.Length..], out var provider))
        {
            return;
        }

        bearer.Authority = provider.Authority;
        bearer.Audience = provider.Audience;
        bearer.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters.ClockSkew = s_skew;
        bearer.Events = new()
        {
            OnAuthenticationFailed = context =>
            {
                context.Fail(Why(context.Exception));
                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                Accept(context, name[Prefix.Length..], provider);
                return Task.CompletedTask;
            },
        };
    }

    private static void Accept(TokenValidatedContext context, string name, ProviderOptions provider)
    {
        var claims = context.Principal!;
        var words = claims.FindAll(provider.ScopeClaim).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var scopes = Enum.GetValues<AccessScope>().Where(scope => words.Contains(AccessPolicies.Of(scope), StringComparer.Ordinal)).ToList();
        var tenant = provider.Tenant ?? claims.FindFirst(provider.TenantClaim)?.Value;
        var subject = claims.FindFirst(JwtRegisteredClaimNames.Sub)?.Value;
        if (scopes.Count == 0)
        {
            context.Fail($"The token's claim '{provider.ScopeClaim}' has none of chat, design, engineer, admin.");
        }
        else if (string.IsNullOrEmpty(tenant))
        {
            context.Fail($"The token has no claim '{provider.TenantClaim}', which names the tenant.");
        }
        else if (string.IsNullOrEmpty(subject))
        {
            context.Fail("The token has no claim 'sub', which says whose it is.");
        }
        else
        {
            context.Principal = new Identity(CallerName(name, subject), scopes.Max(), null, tenant, null).ToPrincipal(context.Scheme.Name);
        }
    }

    /// <summary>A subject that is too long for where names are stored is told apart by its hash.</summary>
    private static string CallerName(string provider, string subject)
    {
        var name = $"user:{provider}/{subject}";
        return name.Length <= MaxName
            ? name
            : $"{name[..(MaxName - 33)]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]}";
    }

    private static string? Issuer(string token)
    {
        try
        {
            return s_tokens.ReadJsonWebToken(token).Issuer;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Why(Exception fault) => fault switch
    {
        SecurityTokenExpiredException => "The token has expired.",
        SecurityTokenNotYetValidException => "The token is not valid yet.",
        SecurityTokenInvalidAudienceException => "The token is for another service.",
        SecurityTokenInvalidIssuerException => "The token is of a provider that is not known here.",
        SecurityTokenException => "The token was not signed by its provider, or was changed.",
        _ => "The token could not be checked: its provider does not answer.",
    };
}
