using FlowEngine.Integrations.Http;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>One secret, whatever it is called.</summary>
internal sealed class FixedSecrets(string? value) : ISecrets
{
    public string? Value { get; set; } = value;

    public string? Find(string tenant, string name) => Value;

    public string? FindOfService(string reference) => Value;
}
