using FlowEngine.Moving.Rules;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Moving.Importing;

/// <summary>Brings a legacy database that stays where it is into ours.</summary>
public sealed class LegacyImport(
    SourceDatabases source, IDatabaseSchema schema, ImportTenants tenants, NodeTypeImport nodes, SettingsImport settings, FlowsImport flows,
    ConversationImport conversations)
{
    private const int PageSize = 500;

    /// <returns>The report, or why nothing was done.</returns>
    public async Task<(ImportReportView? Report, string? Refusal)> RunAsync(
        ImportOptions options, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        await using var central = await SourceReader.OpenAsync(source, options.From, cancellationToken);
        if (!central.Tables.Contains(LegacyTable.Conversations))
        {
            return (null, $"{options.From} is not a database of the legacy system: it has no table {LegacyTable.Conversations}.");
        }

        // One import at a time; another waits, and then finds what the first carried.
        await using var alone = await schema.LockAsync(cancellationToken);
        var (found, refusal) = await tenants.FindAsync(central, options, cancellationToken);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var (tally, imported) = (new ImportTally(), new List<ImportedFlowView>());
        var (done, total) = (0L, await central.CountAsync(LegacyTable.Conversations, cancellationToken));
        void Advance(int count) => progress(new(done += count, total));
        await nodes.RunAsync(central, found, tally, cancellationToken);
        foreach (var tenant in found)
        {
            await settings.RunAsync(central, tenant, tally, cancellationToken);
            await FlowsAsync(central, tenant, options, tally, imported, cancellationToken);
            await conversations.RunAsync(central, tenant, tally, Advance, cancellationToken);
        }

        await NobodysAsync(central, tally, Advance, cancellationToken);
        await OrphansAsync(central, tally, cancellationToken);
        List<ImportTenantView> views = [.. found.Select(tenant => new ImportTenantView(tenant.LegacyId, tenant.Profile.Slug, tenant.Created))];
        return (new(views, [.. tally.Tables], [.. tally.Refusals], [.. tally.Notes], imported), null);
    }

    private async Task FlowsAsync(
        SourceReader central, ImportTenant tenant, ImportOptions options, ImportTally tally, List<ImportedFlowView> imported, CancellationToken cancellationToken)
    {
        if (!options.TenantDatabases.TryGetValue(tenant.LegacyId, out var connection))
        {
            await flows.RunAsync(central, isOwn: false, tenant, tally, imported, cancellationToken);
            return;
        }

        await using var own = await SourceReader.OpenAsync(source, connection, cancellationToken);
        await flows.RunAsync(own, isOwn: true, tenant, tally, imported, cancellationToken);
    }

    /// <summary>Rows whose tenant is none, or is not a number.</summary>
    private static async Task NobodysAsync(SourceReader central, ImportTally tally, Action<int> advance, CancellationToken cancellationToken)
    {
        foreach (var table in LegacyTable.OfTenants)
        {
            foreach (var value in (await central.DistinctAsync(table, "tenant_id", cancellationToken)).Where(value => value is not long))
            {
                await foreach (var page in central.PagesAsync(table, value, PageSize, cancellationToken))
                {
                    foreach (var row in page)
                    {
                        tally.Refuse(table, MovingCodes.NoTenant, row.Id);
                    }

                    if (table == LegacyTable.Conversations)
                    {
                        await NobodysMessagesAsync(central, [.. page.Select(row => row.Id)], tally, cancellationToken);
                        advance(page.Count);
                    }
                }
            }
        }
    }

    private static async Task NobodysMessagesAsync(SourceReader central, IReadOnlyList<long> ids, ImportTally tally, CancellationToken cancellationToken)
    {
        foreach (var message in (await SourceMessages.OfAsync(central, ids, cancellationToken)).Values.SelectMany(messages => messages.Rows))
        {
            tally.Refuse(LegacyTable.Messages, MovingCodes.ConversationRefused, message.Id);
        }
    }

    private static async Task OrphansAsync(SourceReader central, ImportTally tally, CancellationToken cancellationToken)
    {
        if (central.Tables.Contains(LegacyTable.Messages))
        {
            await foreach (var row in central.RowsAsync(LegacyTable.OrphanedMessages, [], cancellationToken))
            {
                tally.Refuse(LegacyTable.Messages, MovingCodes.Orphan, row.Id);
            }
        }
    }
}
