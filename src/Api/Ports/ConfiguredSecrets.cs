using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;

namespace FlowEngine.Api.Ports;

/// <summary>
/// <c>FlowEngine:Secrets:NAME</c>, and a tenant's own at <c>FlowEngine:Secrets:SLUG:NAME</c>, from any configuration source:
/// environment and user secrets among them.
/// </summary>
internal sealed class ConfiguredSecrets(IConfiguration configuration) : ISecrets
{
    public string? Find(string tenant, string name) => Setting($"{tenant}:{name}") ?? Setting(name);

    public string? FindOfService(string reference)
    {
        var name = SecretReference.NameOf(reference);
        return name is null ? null
            : reference.StartsWith("env:", StringComparison.Ordinal) ? Filled(Environment.GetEnvironmentVariable(name))
            : Setting(name);
    }

    private string? Setting(string path) => Filled(configuration[$"{FlowEngineOptions.Section}:Secrets:{path}"]);

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
