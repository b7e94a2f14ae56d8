namespace FlowEngine.Storage.Model;

/// <summary>Something of a tenant changed: for those who watch. It is written in the transaction of the change and kept for a day.</summary>
public sealed class ChangeEventRow : IInstanceRow
{
    public long Id { get; set; }

    /// <summary>0: it concerns every tenant.</summary>
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public string Topic { get; set; } = "";

    /// <summary>What happened to which kind of thing: <c>flow.publish</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The thing's id or name.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The scope that a caller needs to hear of it.</summary>
    public string Scope { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
