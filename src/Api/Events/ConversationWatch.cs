using FlowEngine.Conversations;
using FlowEngine.Storage.Events;

namespace FlowEngine.Api.Events;

/// <summary>
/// Finds a tenant's conversations that changed, by the time that each turn leaves in its row: a turn writes no event. What is committed late is
/// found too, as the newest seconds are read again. Not for several callers at once.
/// </summary>
internal sealed class ConversationWatch(TenantKey tenant, ChangeEventLog log, DateTimeOffset since)
{
    private const int Batch = 1000;

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Guid, DateTimeOffset> _told = [];
    private DateTimeOffset _from = since - s_again;

    public TenantKey Tenant { get; } = tenant;

    /// <summary>Changes until then have been found.</summary>
    public DateTimeOffset At { get; private set; } = since;

    public async Task<IReadOnlyList<ChangeEvent>> FindAsync(CancellationToken cancellationToken)
    {
        var rows = await log.ConversationsAsync(Tenant, _from, Batch, cancellationToken);
        var changed = rows.Where(row => !_told.TryGetValue(row.Id, out var told) || told < row.At).ToList();
        foreach (var (id, at) in changed)
        {
            _told[id] = at;
        }

        At = rows.Count > 0 && rows[^1].At > At ? rows[^1].At : At;

        // Where there are more than are read at once, going on comes before looking again.
        _from = rows.Count == Batch ? At : At - s_again > _from ? At - s_again : _from;
        foreach (var old in _told.Where(told => told.Value <= _from).Select(told => told.Key).ToList())
        {
            _told.Remove(old);
        }

        return [.. changed.Select(row => Changed(Tenant, row.Id, row.At))];
    }

    public static ChangeEvent Changed(TenantKey tenant, Guid id, DateTimeOffset at) => new(
        0, tenant.TenantId, tenant.InstanceId, ChangeTopics.Conversations, "conversation.change", id.ToString(), "design", at);
}
