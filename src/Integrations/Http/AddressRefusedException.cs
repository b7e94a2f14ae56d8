namespace FlowEngine.Integrations.Http;

/// <summary>Carries the guard's refusal through the HTTP handler, which knows exceptions only.</summary>
internal sealed class AddressRefusedException : Exception;
