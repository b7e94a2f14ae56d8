namespace FlowEngine.Storage.Model;

/// <summary>Which of our rows a row of the legacy system became.</summary>
public sealed class LegacyIdRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    /// <summary>The legacy table.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Unique within the tenant and table only: each tenant has a database of its own for some.</summary>
    public long OldId { get; set; }

    public long NewId { get; set; }

    /// <summary>SHA-256 in hex of the legacy row.</summary>
    public string SourceHash { get; set; } = "";

    /// <summary>Of a conversation: SHA-256 in hex of its messages up to <see cref="LastMessage"/>.</summary>
    public string? MessagesHash { get; set; }

    /// <summary>Of a conversation: the highest legacy id of its messages.</summary>
    public long? LastMessage { get; set; }

    public DateTimeOffset ImportedAt { get; set; }
}
