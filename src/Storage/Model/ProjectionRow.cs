namespace FlowEngine.Storage.Model;

/// <summary>How far an installation's turns are projected, and by which process at the moment.</summary>
public sealed class ProjectionRow
{
    public string InstanceId { get; set; } = "";

    /// <summary>Every turn that ended before is projected.</summary>
    public DateTimeOffset Position { get; set; }

    /// <summary>Every row of the audit up to this id is sealed.</summary>
    public long SealedTo { get; set; }

    /// <summary>Payloads of turns that ended before are dropped.</summary>
    public DateTimeOffset PayloadsTo { get; set; }

    public string Owner { get; set; } = "";

    public DateTimeOffset LeaseUntil { get; set; }
}
