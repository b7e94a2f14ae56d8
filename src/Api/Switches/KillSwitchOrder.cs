namespace FlowEngine.Api.Switches;

/// <param name="Subject">Empty for the service and a tenant.</param>
internal sealed record KillSwitchOrder(string Kind, string Subject, string Reason, DateTimeOffset? ExpiresAt);
