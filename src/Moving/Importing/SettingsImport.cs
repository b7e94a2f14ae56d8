using FlowEngine.Moving.Rows;
using FlowEngine.Moving.Rules;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.Model;

namespace FlowEngine.Moving.Importing;

/// <summary>
/// Directives, prompts and AI configurations. What was carried before and changed in the source since is named and left: it may have been
/// edited here.
/// </summary>
public sealed class SettingsImport(LegacyIdStore store, LegacySettings settings, TimeProvider time)
{
    private const int PageSize = 100;

    public async Task RunAsync(SourceReader source, ImportTenant tenant, ImportTally tally, CancellationToken cancellationToken)
    {
        await TableAsync(
            source, tenant, LegacyTable.Directives, DirectiveRule.Carry,
            draft => settings.HasDirectiveAsync(tenant.Key, draft.Key, cancellationToken),
            draft => new DirectiveRow
            {
                TenantId = tenant.Key.TenantId, DirectiveKey = draft.Key, DirectiveValue = draft.Value, DirectiveType = draft.Type,
                Category = draft.Category, IsActive = draft.IsActive,
            },
            row => row.Id, tally, cancellationToken);
        await TableAsync(
            source, tenant, LegacyTable.Prompts, PromptRule.Carry,
            draft => settings.HasPromptAsync(tenant.Key, draft.FeatureSlug, draft.Name, cancellationToken),
            draft => new PromptRow
            {
                TenantId = tenant.Key.TenantId, FeatureSlug = draft.FeatureSlug, FeatureName = draft.FeatureName, Name = draft.Name, Prompt = draft.Text,
                IsDefault = draft.IsDefault, IsActive = draft.IsActive, UpdatedAt = time.GetUtcNow(),
            },
            row => row.Id, tally, cancellationToken);
        await TableAsync(
            source, tenant, LegacyTable.Configurations, AiConfigurationRule.Carry,
            draft => settings.HasAiConfigurationAsync(tenant.Key, draft.Name, cancellationToken),
            draft => new AiConfigurationRow
            {
                TenantId = tenant.Key.TenantId, Name = draft.Name, Provider = draft.Provider, ModelName = draft.ModelName, UpdatedAt = time.GetUtcNow(),
            },
            row => row.Id, tally, cancellationToken);
    }

    private async Task TableAsync<TDraft, TRow>(
        SourceReader source, ImportTenant tenant, string table, Func<LegacyRow, Carried<TDraft>> carry, Func<TDraft, Task<bool>> isTaken,
        Func<TDraft, TRow> make, Func<TRow, long> id, ImportTally tally, CancellationToken cancellationToken)
        where TDraft : class
        where TRow : class, ITenantRow
    {
        await foreach (var page in source.PagesAsync(table, tenant.LegacyId, PageSize, cancellationToken))
        {
            var origins = await store.FindAsync(tenant.Key, table, [.. page.Select(row => row.Id)], cancellationToken);
            foreach (var row in page)
            {
                var (carried, hash) = (carry(row), RowHash.Of(row));
                var origin = origins.GetValueOrDefault(row.Id);
                var refusal = carried.Refusal
                    ?? (origin is not null ? origin.SourceHash == hash ? null : MovingCodes.SourceChanged
                    : await isTaken(carried.Draft!) ? MovingCodes.KeyTaken : null);
                if (refusal is not null)
                {
                    tally.Refuse(table, refusal, row.Id);
                    continue;
                }

                tally.Note(table, carried.Notes, row.Id);
                if (origin is not null)
                {
                    tally.Of(table).Unchanged++;
                    continue;
                }

                await store.AddAsync(tenant.Key, make(carried.Draft!), id, tenant.Origin(table, row.Id, hash, time.GetUtcNow()), cancellationToken);
                tally.Of(table).Imported++;
            }
        }
    }
}
