using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowEngine.Api.Tests.Access;

/// <summary>An OpenID provider on this machine: its description, its keys, and tokens that it signs.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Audience = "flowengine";

    private readonly RsaSecurityKey _key = NewKey();
    private WebApplication? _app;

    public string Authority { get; private set; } = "";

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    public static async Task<OpenIdProvider> StartAsync()
    {
        var provider = new OpenIdProvider();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = provider.Authority, jwks_uri = $"{provider.Authority}/keys" }));
        app.MapGet("/keys", () =>
        {
            var parameters = provider._key.Rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA", use = "sig", kid = provider._key.KeyId,
                        n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            });
        });
        await app.StartAsync();
        provider._app = app;
        provider.Authority = app.Urls.First();
        return provider;
    }

    /// <param name="key">Null: the provider's own.</param>
    public string Token(
        object? scope, string? subject = "ayse", string? tenant = null, string audience = Audience, DateTime? expires = null, SecurityKey? key = null)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        Add("scope", scope);
        Add("sub", subject);
        Add("tenant", tenant);
        var end = expires ?? DateTime.UtcNow.AddMinutes(10);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = audience,
            Claims = claims,
            NotBefore = end.AddHours(-1),
            Expires = end,
            SigningCredentials = new(key ?? _key, SecurityAlgorithms.RsaSha256),
        });

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                claims[name] = value;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}
