namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>Numbers of the database's advisory locks, which belong to no row.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Held while the schema is changed.</summary>
    public const long Schema = Ours + 1;

    /// <summary>Shared by every process that serves.</summary>
    public const long Life = Ours + 2;

    private const long Ours = 0x466C_6F77_0000_0000;

    private const long Tenants = Ours + 0x1_0000_0000;

    public static long OfTenant(long tenant) => unchecked(Tenants + tenant);
}
