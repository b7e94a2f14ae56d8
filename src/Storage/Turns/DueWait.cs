using FlowEngine.Conversations;

namespace FlowEngine.Storage.Turns;

/// <summary>A wait whose time is over.</summary>
public sealed record DueWait(TenantKey Tenant, Guid Conversation, DateTimeOffset ExpiresAt, long RowId);
