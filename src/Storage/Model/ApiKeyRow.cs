namespace FlowEngine.Storage.Model;

public sealed class ApiKeyRow
{
    public long Id { get; set; }

    /// <summary>Null: an operator's key, which may name any tenant.</summary>
    public long? TenantId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>chat, design, engineer or admin; each includes those before it.</summary>
    public string Scope { get; set; } = "";

    /// <summary>SHA-256 of the key in hex; the key itself is nowhere.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The key's first characters, to tell keys apart.</summary>
    public string Prefix { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>From when on it is no key any more; null: it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Written in the background, so it may be half a minute behind.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}
