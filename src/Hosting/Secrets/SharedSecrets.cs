using FlowEngine.Integrations.Http;

namespace FlowEngine.Hosting.Secrets;

/// <summary>Which secrets of the service may be sent where, and for which tenants, as the operator configured it.</summary>
internal sealed class SharedSecrets(IReadOnlyDictionary<string, SharedSecretOptions> granted)
{
    /// <summary>The variables that the services' own programs read: each goes to its service, unless it is configured otherwise.</summary>
    private static readonly Dictionary<string, SharedSecretOptions> s_wellKnown = new(StringComparer.Ordinal)
    {
        ["OPENAI_API_KEY"] = new() { Endpoints = ["https://api.openai.com"] },
        ["ANTHROPIC_API_KEY"] = new() { Endpoints = ["https://api.anthropic.com"] },
    };

    private readonly Dictionary<string, Grant> _grants = granted.ToDictionary(
        entry => entry.Key, entry => new Grant(new EndpointList(entry.Value.Endpoints), entry.Value.Tenants), StringComparer.Ordinal);

    public static SharedSecrets ForModels(IReadOnlyDictionary<string, SharedSecretOptions> granted) =>
        new(s_wellKnown.ExceptBy(granted.Keys, entry => entry.Key, StringComparer.Ordinal).Concat(granted).ToDictionary(StringComparer.Ordinal));

    public bool Allows(string slug, string name, Uri target) =>
        _grants.TryGetValue(name, out var grant)
        && (grant.Tenants.Count == 0 || grant.Tenants.Contains(slug, StringComparer.Ordinal))
        && grant.Endpoints.Covers(target);

    private sealed record Grant(EndpointList Endpoints, IReadOnlyList<string> Tenants);
}
