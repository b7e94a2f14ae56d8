using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.History;

/// <summary>Conversations and their messages, for those who may see them.</summary>
public sealed class ConversationStore(ITenantDb db)
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
            .Select(row => new StoredMessageRow(row.Id, row.MessageId, row.Role, row.Kind, row.Content, row.Payload, row.Engine, row.CreatedAt))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<ConversationSummary> Summaries(IQueryable<ConversationRow> rows) => rows.Select(row => new ConversationSummary(
        row.Id, row.PublicId, row.SessionId, row.UserId, row.Title, row.Language, row.Status, row.CreatedAt, row.UpdatedAt));
}

public sealed record ConversationSummary(
    long RowId, Guid PublicId, string SessionId, string? UserId, string? Title, string Language, string Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <param name="Payload">JSON of the parts beside the text.</param>
public sealed record StoredMessageRow(
    long RowId, string Id, string Role, string Kind, string Content, string? Payload, string Engine, DateTimeOffset CreatedAt);
