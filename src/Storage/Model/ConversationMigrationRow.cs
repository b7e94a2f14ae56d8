namespace FlowEngine.Storage.Model;

/// <summary>Provenance of a moved conversation.</summary>
public sealed class ConversationMigrationRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public long ConversationId { get; set; }

    public string RunId { get; set; } = "";

    public int Batch { get; set; }

    public string MapperVersion { get; set; } = "";

    /// <summary>SHA-256 in hex of the columns that were read.</summary>
    public string SourceHash { get; set; } = "";

    /// <summary>JSON: the rule of each field.</summary>
    public string Rules { get; set; } = "";

    /// <summary>JSON.</summary>
    public string Before { get; set; } = "";

    /// <summary>JSON.</summary>
    public string After { get; set; } = "";

    public string Status { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }
}
