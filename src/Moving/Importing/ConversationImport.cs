using FlowEngine.Moving.Rows;
using FlowEngine.Moving.Rules;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.Model;

namespace FlowEngine.Moving.Importing;

/// <summary>
/// Conversations with their messages, a page a transaction. One that changed in the source is carried again as long as nobody went on with
/// it here; then only messages that came after the carried ones are added.
/// </summary>
public sealed class ConversationImport(LegacyIdStore store, TimeProvider time)
{
    private const int PageSize = 100;

    public async Task RunAsync(SourceReader source, ImportTenant tenant, ImportTally tally, Action<int> progress, CancellationToken cancellationToken)
    {
        var rows = new ConversationRows(
            tenant,
            await store.NewIdsAsync(tenant.Key, LegacyTable.Prompts, cancellationToken),
            await store.NewIdsAsync(tenant.Key, LegacyTable.Flows, cancellationToken));
        await foreach (var page in source.PagesAsync(LegacyTable.Conversations, tenant.LegacyId, PageSize, cancellationToken))
        {
            await PageAsync(source, page, tenant, rows, tally, cancellationToken);
            progress(page.Count);
        }
    }

    private async Task PageAsync(
        SourceReader source, IReadOnlyList<LegacyRow> page, ImportTenant tenant, ConversationRows rows, ImportTally tally, CancellationToken cancellationToken)
    {
        List<long> ids = [.. page.Select(row => row.Id)];
        var messages = await SourceMessages.OfAsync(source, ids, cancellationToken);
        var origins = await store.FindAsync(tenant.Key, LegacyTable.Conversations, ids, cancellationToken);
        var sources = page.Select(row => new ConversationSource(row, messages.GetValueOrDefault(row.Id, SourceMessages.None), origins.GetValueOrDefault(row.Id))).ToList();
        var changed = sources.Where(entry => entry is { Origin: not null, IsUnchanged: false }).Select(entry => entry.Origin!.NewId).ToList();
        var there = changed.Count == 0 ? [] : await store.ConversationsAsync(tenant.Key, changed, cancellationToken);
        var taken = new List<ImportedConversation>();
        foreach (var entry in sources)
        {
            if (Carry(entry, tenant, rows, there, tally) is { } imported)
            {
                taken.Add(imported);
            }
        }

        if (taken.Count > 0)
        {
            await store.SaveAsync(tenant.Key, taken, cancellationToken);
        }
    }

    /// <returns>Null where there is nothing to save.</returns>
    private ImportedConversation? Carry(
        ConversationSource source, ImportTenant tenant, ConversationRows rows, Dictionary<long, ConversationRow> there, ImportTally tally)
    {
        var carried = ConversationRule.Carry(source.Row);
        if (carried.Draft is not { } draft)
        {
            Refuse(source, carried.Refusal!, MovingCodes.ConversationRefused, long.MinValue, tally);
            return null;
        }

        tally.Note(LegacyTable.Conversations, carried.Notes.Concat(rows.Unknown(draft)), source.Row.Id);
        if (source.Origin is not { } origin)
        {
            tally.Of(LegacyTable.Conversations).Imported++;
            return new(rows.Row(draft, null, time.GetUtcNow()), Stamp(tenant.Origin(LegacyTable.Conversations, source.Row.Id, source.Hash, time.GetUtcNow()), source), Messages(source, draft, rows, null, tally));
        }

        if (source.IsUnchanged)
        {
            tally.Of(LegacyTable.Conversations).Unchanged++;
            Messages(source, draft, rows, long.MaxValue, tally);
            return null;
        }

        if (Hindrance(source, origin, there) is { } code)
        {
            Refuse(source, code, code, code == MovingCodes.ChangedHere ? origin.LastMessage ?? long.MinValue : long.MinValue, tally);
            return null;
        }

        tally.Of(LegacyTable.Conversations).Updated++;
        var added = Messages(source, draft, rows, origin.LastMessage ?? long.MinValue, tally);
        return new(rows.Row(draft, there[origin.NewId], time.GetUtcNow()), Stamp(origin, source), added);
    }

    private static string? Hindrance(ConversationSource source, LegacyIdRow origin, Dictionary<long, ConversationRow> there) =>
        !there.TryGetValue(origin.NewId, out var row) || row.RowVersion != ConversationRows.UntouchedVersion ? MovingCodes.ChangedHere
        : source.Messages.Hash(origin.LastMessage) != origin.MessagesHash ? MovingCodes.MessagesChanged
        : null;

    private static LegacyIdRow Stamp(LegacyIdRow origin, ConversationSource source)
    {
        (origin.SourceHash, origin.MessagesHash, origin.LastMessage) = (source.Hash, source.Messages.Hash(), source.Messages.Last);
        return origin;
    }

    /// <param name="carriedUpTo">Messages up to this id were carried before; null: none was.</param>
    /// <returns>Those to be added.</returns>
    private static List<MessageRow> Messages(ConversationSource source, ConversationDraft draft, ConversationRows rows, long? carriedUpTo, ImportTally tally)
    {
        var added = new List<MessageRow>();
        foreach (var row in source.Messages.Rows)
        {
            var carried = MessageRule.Carry(row, draft.CreatedAt);
            if (carried.Draft is not { } message)
            {
                tally.Refuse(LegacyTable.Messages, carried.Refusal!, row.Id);
                continue;
            }

            tally.Note(LegacyTable.Messages, carried.Notes, row.Id);
            if (row.Id <= carriedUpTo)
            {
                tally.Of(LegacyTable.Messages).Unchanged++;
            }
            else
            {
                tally.Of(LegacyTable.Messages).Imported++;
                added.Add(rows.Row(message));
            }
        }

        return added;
    }

    private static void Refuse(ConversationSource source, string code, string messageCode, long carriedUpTo, ImportTally tally)
    {
        tally.Refuse(LegacyTable.Conversations, code, source.Row.Id);
        foreach (var row in source.Messages.Rows)
        {
            if (row.Id <= carriedUpTo)
            {
                tally.Of(LegacyTable.Messages).Unchanged++;
            }
            else
            {
                tally.Refuse(LegacyTable.Messages, messageCode, row.Id);
            }
        }
    }
}
