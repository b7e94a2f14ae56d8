namespace FlowEngine.Api.Switches;

/// <param name="Subject">Empty for the service and a tenant.</param>
internal sealed record KillSwitchCommand(string Kind, string Subject, string Reason, DateTimeOffset? ExpiresAt);
