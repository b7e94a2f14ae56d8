namespace FlowEngine.Storage.Model;

/// <summary>
/// Changes with every change of what <see cref="StampedTable"/> lists, whoever makes it: triggers write it. What was read before is
/// good as long as its stamp is the same.
/// </summary>
public sealed class TenantStampRow
{
    /// <summary>0: of what belongs to all tenants.</summary>
    public long TenantId { get; set; }

    /// <summary>Another after each change; not in any order.</summary>
    public long Version { get; set; }
}
