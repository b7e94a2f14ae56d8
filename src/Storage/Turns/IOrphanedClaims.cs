namespace FlowEngine.Storage.Turns;

/// <summary>Claims that a killed process left, where the database can tell them from those of processes that live; elsewhere leases end them.</summary>
public interface IOrphanedClaims
{
    /// <summary>Call once, before the first turn. From then on this process counts as one that lives.</summary>
    /// <returns>How many claims were dropped.</returns>
    Task<int> DropAsync(CancellationToken cancellationToken);
}
