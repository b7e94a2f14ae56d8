namespace FlowEngine.Chat.Timeouts;

/// <summary>Finds waits whose time is over, of all tenants whose chat is on.</summary>
public interface IDueWaits
{
    /// <summary>The longest due first.</summary>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    ValueTask<IReadOnlyList<DueWait>> FindAsync(
        string instanceId, DateTimeOffset now, DueWait? after, int limit, CancellationToken cancellationToken);
}
