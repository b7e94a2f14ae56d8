using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Legacy;

/// <summary>Writes what is imported together with where it came from, so that what was committed is known again however an import ended.</summary>
public sealed class LegacyIdStore(ITenantDb db)
{
    /// <summary>By old id.</summary>
    public async Task<Dictionary<long, LegacyIdRow>> FindAsync(
        TenantKey tenant, string kind, IReadOnlyCollection<long> oldIds, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.LegacyIds.AsNoTracking()
            .Where(row => row.Kind == kind && oldIds.Contains(row.OldId))
            .ToDictionaryAsync(row => row.OldId, cancellationToken);
    }

    /// <summary>All of a kind of which there are few: our id by the old one.</summary>
    public async Task<Dictionary<long, long>> NewIdsAsync(TenantKey tenant, string kind, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.LegacyIds.Where(row => row.Kind == kind).ToDictionaryAsync(row => row.OldId, row => row.NewId, cancellationToken);
    }

    public async Task<Dictionary<long, ConversationRow>> ConversationsAsync(
        TenantKey tenant, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.Conversations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
    }

    /// <summary>In one transaction.</summary>
    public async Task SaveAsync(TenantKey tenant, IReadOnlyList<ImportedConversation> conversations, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (row, _, _) in conversations)
        {
            _ = row.Id == 0 ? context.Conversations.Add(row) : context.Conversations.Update(row);
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var (row, origin, messages) in conversations)
        {
            origin.NewId = row.Id;
            _ = origin.Id == 0 ? context.LegacyIds.Add(origin) : context.LegacyIds.Update(origin);
            foreach (var message in messages)
            {
                message.ConversationId = row.Id;
                context.Messages.Add(message);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Adds the row and where it came from, in one transaction.</summary>
    /// <param name="row">A row of this tenant.</param>
    /// <param name="id">Its id, once it is saved.</param>
    public async Task AddAsync<TRow>(TenantKey tenant, TRow row, Func<TRow, long> id, LegacyIdRow origin, CancellationToken cancellationToken)
        where TRow : class, ITenantRow
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Set<TRow>().Add(row);
        await context.SaveChangesAsync(cancellationToken);
        origin.NewId = id(row);
        context.LegacyIds.Add(origin);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Where a row came from that is saved already.</summary>
    public async Task NoteAsync(TenantKey tenant, LegacyIdRow origin, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        context.LegacyIds.Add(origin);
        await context.SaveChangesAsync(cancellationToken);
    }
}
