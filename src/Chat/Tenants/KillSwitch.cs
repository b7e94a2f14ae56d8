namespace FlowEngine.Chat.Tenants;

/// <summary>Something that is switched off.</summary>
/// <param name="IsServiceWide">Of all tenants; else of one.</param>
/// <param name="Kind"><c>service</c>, <c>tenant</c>, <c>engine</c>, <c>flow_version</c>, <c>node_type</c> or <c>model_provider</c>.</param>
/// <param name="Subject">Which one: <c>v2</c>, <c>FLOW@VERSION</c>, a node type, a provider; empty for the service and a tenant.</param>
/// <param name="By">Who did it.</param>
/// <param name="ExpiresAt">When it ends by itself; null: never.</param>
public sealed record KillSwitch(
    bool IsServiceWide, string Kind, string Subject, string Reason, string By, DateTimeOffset At, DateTimeOffset? ExpiresAt)
{
    public const string Service = "service";
    public const string Tenant = "tenant";
    public const string Engine = "engine";
    public const string FlowVersion = "flow_version";
    public const string NodeType = "node_type";
    public const string ModelProvider = "model_provider";
}
