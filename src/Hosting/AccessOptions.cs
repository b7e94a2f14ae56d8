using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Hosting;

/// <summary>Who may call beside those with an API key.</summary>
public sealed class AccessOptions : IValidatableObject
{
    /// <summary>OpenID providers whose tokens are taken, by a name of your own.</summary>
    public Dictionary<string, ProviderOptions> Providers { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Providers.SelectMany(provider => provider.Value.Faults($"{nameof(Providers)}:{provider.Key}"));
}

/// <summary>An OpenID provider, whose keys are read from its own description.</summary>
public sealed class ProviderOptions
{
    /// <summary>Its address, which its tokens name as their issuer.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What its tokens name as whom they are for.</summary>
    public string Audience { get; set; } = "";

    /// <summary>Slug of the tenant whose people it knows; null: each token says it in <see cref="TenantClaim"/>.</summary>
    public string? Tenant { get; set; }

    public string TenantClaim { get; set; } = "tenant";

    /// <summary>The claim that has <c>chat</c>, <c>design</c>, <c>engineer</c> or <c>admin</c> among its words.</summary>
    public string ScopeClaim { get; set; } = "scope";

    internal IEnumerable<ValidationResult> Faults(string member)
    {
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || IsLocal(address)))
        {
            yield return new("must be the provider's https address; http is taken for this machine alone.", [$"{member}:{nameof(Authority)}"]);
        }

        if (string.IsNullOrWhiteSpace(Audience))
        {
            yield return new("must say what the tokens name as their audience.", [$"{member}:{nameof(Audience)}"]);
        }
    }

    private static bool IsLocal(Uri address) => address.Scheme == Uri.UriSchemeHttp && address.IsLoopback;
}
