using FlowEngine.Conversations;

namespace FlowEngine.Storage.Settings;

/// <param name="Etag">Follows from what is set.</param>
/// <param name="UpdatedAt">Null where the tenant has no settings yet.</param>
public sealed record StoredSettings(TenantSettings Settings, string Etag, DateTimeOffset? UpdatedAt);
