using FlowEngine.Chat.Flows;
using FlowEngine.Checking;
using FlowEngine.Drawflow;
using FlowEngine.Moving.Rows;
using FlowEngine.Moving.Rules;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Moving.Importing;

/// <summary>Flows come as drafts, with the import's report as note: a person looks at each before it answers anybody.</summary>
public sealed class FlowsImport(
    LegacyIdStore store, FlowVersionStore versions, FlowVersionChanges changes, TenantFlowChecker checker, TimeProvider time)
{
    private const int PageSize = 20;
    private const string Author = "import";

    /// <param name="source">The tenant's own database, where all flows are its; else the central one.</param>
    public async Task RunAsync(
        SourceReader source, bool isOwn, ImportTenant tenant, ImportTally tally, List<ImportedFlowView> imported, CancellationToken cancellationToken)
    {
        var pages = isOwn
            ? source.PagesAsync(LegacyTable.Flows, PageSize, cancellationToken)
            : source.PagesAsync(LegacyTable.Flows, tenant.LegacyId, PageSize, cancellationToken);
        await foreach (var page in pages)
        {
            var origins = await store.FindAsync(tenant.Key, LegacyTable.Flows, [.. page.Select(row => row.Id)], cancellationToken);
            foreach (var row in page)
            {
                var (carried, hash) = (FlowDraftRule.Carry(row), RowHash.Of(row));
                var origin = origins.GetValueOrDefault(row.Id);
                var refusal = carried.Refusal ?? (origin is not null && origin.SourceHash != hash ? MovingCodes.SourceChanged : null);
                if (refusal is not null)
                {
                    tally.Refuse(LegacyTable.Flows, refusal, row.Id);
                }
                else if (origin is not null)
                {
                    tally.Note(LegacyTable.Flows, carried.Notes, row.Id);
                    tally.Of(LegacyTable.Flows).Unchanged++;
                }
                else
                {
                    await SaveAsync(tenant, row, hash, carried, tally, imported, cancellationToken);
                }
            }
        }
    }

    private async Task SaveAsync(
        ImportTenant tenant, LegacyRow row, string hash, Carried<MovedFlow> carried, ImportTally tally, List<ImportedFlowView> imported,
        CancellationToken cancellationToken)
    {
        var flow = carried.Draft!;
        if (await FreeAsync(tenant, flow, cancellationToken) is not { } free)
        {
            tally.Refuse(LegacyTable.Flows, MovingCodes.NameTaken, row.Id);
            return;
        }

        var check = await checker.CheckAsync(tenant.Profile, free.Name, DrawflowReader.Read(flow.Document), flow.StartNodeId, cancellationToken);
        var version = free.There ?? (await changes.SaveDraftAsync(
            tenant.Key, new(free.Name, flow.Document, flow.StartNodeId, Author, flow.Note), null, cancellationToken))!;
        var origin = tenant.Origin(LegacyTable.Flows, row.Id, hash, time.GetUtcNow());
        origin.NewId = version.Id;
        await store.NoteAsync(tenant.Key, origin, cancellationToken);
        var errors = check.Findings.Count(finding => finding.Severity == Severity.Error);
        tally.Of(LegacyTable.Flows).Imported++;
        tally.Note(LegacyTable.Flows, carried.Notes.Concat(errors > 0 ? [MovingCodes.CheckErrors] : []), row.Id);
        imported.Add(new(tenant.Profile.Slug, row.Id, free.Name, version.Summary.Version, flow.HasDecisions, errors, flow.Note));
    }

    /// <summary>
    /// A name that no other flow has. A version that this import saved, and was killed before it noted so, is known by who made it and why.
    /// </summary>
    private async Task<(string Name, FlowVersionDetail? There)?> FreeAsync(ImportTenant tenant, MovedFlow flow, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { flow.Name, $"{flow.Name}-{flow.Id}" })
        {
            var there = await versions.NewestAsync(tenant.Key, name, cancellationToken);
            if (there is null || (there.Summary.Author == Author && there.Summary.Note == flow.Note && there.FlowData == flow.Document))
            {
                return (name, there);
            }
        }

        return null;
    }
}
