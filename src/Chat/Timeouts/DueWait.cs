using FlowEngine.Conversations;

namespace FlowEngine.Chat.Timeouts;

/// <summary>A wait whose time is over.</summary>
public sealed record DueWait(TenantKey Tenant, Guid Conversation, DateTimeOffset ExpiresAt, long RowId);
