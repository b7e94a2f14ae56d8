namespace FlowEngine.Integrations.Models;

/// <summary>An AI configuration names a provider that this installation does not have.</summary>
public sealed class UnknownProviderException(string configuration, string provider)
    : Exception($"AI configuration '{configuration}' names the unknown provider '{provider}'.");
