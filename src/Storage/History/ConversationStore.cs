using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using FlowEngine.Storage.Turns;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.History;

/// <summary>Conversations and their messages, for those who may see them.</summary>
public sealed class ConversationStore(ITenantDb db, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    /// <param name="sessionId">Null: all sessions of the tenant.</param>
    /// <param name="before">Row id of the last one seen; null begins.</param>
    public async Task<IReadOnlyList<ConversationSummary>> ListAsync(
        TenantKey tenant, string? sessionId, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await Summaries(context.Conversations
                .Where(row => (sessionId == null || row.SessionId == sessionId) && (before == null || row.Id < before))
                .OrderByDescending(row => row.Id)
                .Take(limit))
            .ToListAsync(cancellationToken);
    }

    public async Task<ConversationSummary?> FindAsync(TenantKey tenant, Guid publicId, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await Summaries(context.Conversations.Where(row => row.PublicId == publicId)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Oldest first.</summary>
    /// <param name="after">Row id of the last one seen; null begins.</param>
    public async Task<IReadOnlyList<StoredMessageRow>> MessagesAsync(
        TenantKey tenant, long conversationRowId, long? after, int limit, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.Messages
            .Where(row => row.ConversationId == conversationRowId && (after == null || row.Id > after))
            .OrderBy(row => row.Id)
            .Take(limit)
            .Select(row => new StoredMessageRow(row.Id, row.MessageId, row.Role, row.Kind, row.Content, row.Payload, row.Engine, row.CreatedAt, row.TurnId))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The finished turns in order.</summary>
    public async Task<IReadOnlyList<TurnRow>> TurnsAsync(TenantKey tenant, Guid publicId, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.Turns.AsNoTracking()
            .Where(turn => turn.Status == "done"
                && context.Conversations.Any(row => row.Id == turn.ConversationId && row.PublicId == publicId))
            .OrderBy(turn => turn.Seq).ToListAsync(cancellationToken);
    }

    /// <summary>How many walks wait at each node of a version.</summary>
    public async Task<IReadOnlyDictionary<string, int>> WaitingAsync(
        TenantKey tenant, long flowVersionId, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.Conversations
            .Where(row => row.Status == ConversationStatusNames.Waiting && row.FlowId == flowVersionId)
            .GroupBy(row => row.CurrentNodeId ?? "")
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
    }

    /// <returns>How many were open until now.</returns>
    public Task<int> CloseAsync(TenantKey tenant, Guid publicId, CancellationToken cancellationToken) =>
        CloseAsync(tenant, rows => rows.Where(row => row.PublicId == publicId), cancellationToken);

    /// <returns>How many were open until now.</returns>
    public Task<int> CloseSessionAsync(TenantKey tenant, string sessionId, CancellationToken cancellationToken) =>
        CloseAsync(tenant, rows => rows.Where(row => row.SessionId == sessionId), cancellationToken);

    private static IQueryable<ConversationSummary> Summaries(IQueryable<ConversationRow> rows) => rows.Select(row => new ConversationSummary(
        row.Id, row.PublicId, row.SessionId, row.UserId, row.Title, row.Language, row.Status, row.CreatedAt, row.UpdatedAt));

    /// <summary>The row version moves on, so that a turn under way conflicts.</summary>
    private async Task<int> CloseAsync(
        TenantKey tenant, Func<IQueryable<ConversationRow>, IQueryable<ConversationRow>> which, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = db.Open(tenant);
        return await which(context.Conversations.Where(row => row.Status != ConversationStatusNames.Closed)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Status, ConversationStatusNames.Closed)
                .SetProperty(row => row.ClosedAt, now)
                .SetProperty(row => row.UpdatedAt, now)
                .SetProperty(row => row.ExpiresAt, (DateTimeOffset?)null)
                .SetProperty(row => row.RowVersion, row => row.RowVersion + 1),
            cancellationToken);
    }
}
