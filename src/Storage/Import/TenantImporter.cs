using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Tenants;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Import;

/// <summary>
/// Creates a tenant with its data. A tenant that is there already is left as it is, whatever was changed in it, and inactive where it is. The
/// caller holds the schema's lock.
/// </summary>
public sealed class TenantImporter(TenantStore tenants, ITenantDb db, TimeProvider time)
{
    /// <returns>The tenant's key, and whether it was made now.</returns>
    public async Task<(TenantKey Key, bool Created)> ImportAsync(TenantData data, string instanceId, CancellationToken cancellationToken)
    {
        // Inactive until its data is there: an import that was broken off is begun again, not half a tenant.
        var facts = new TenantDetails(data.Slug, data.Name, data.Languages, data.Currency, data.TimeZone, data.SiteUrl, IsActive: false);
        var (tenant, isNew) = await tenants.CreateAloneAsync(facts, createdBy: null, cancellationToken);
        var key = new TenantKey(tenant.Id, instanceId);
        if (!isNew && (tenant.IsActive || await tenants.HasRowsAsync(tenant.Id, cancellationToken)))
        {
            return (key, false);
        }

        await FillAsync(key, data, cancellationToken);
        return (key, true);
    }

    private async Task FillAsync(TenantKey key, TenantData data, CancellationToken cancellationToken)
    {
        await using var context = db.Open(key);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var rows = new TenantRows(key.TenantId, time.GetUtcNow());
        var categories = data.Categories.Select(rows.Category).ToList();
        context.Categories.AddRange(categories);
        await context.SaveChangesAsync(cancellationToken);
        var ids = categories.ToDictionary(row => row.Slug, row => row.Id, StringComparer.Ordinal);
        context.BotSettings.Add(rows.Settings(data));
        context.Products.AddRange(data.Products.Select(product => rows.Product(product, ids)));
        context.Knowledge.AddRange(data.Knowledge.Select(rows.Knowledge));
        context.Directives.AddRange(data.Directives.Select(rows.Directive));
        context.Prompts.AddRange(data.Prompts.Select(rows.Prompt));
        context.AiConfigurations.AddRange(data.AiConfigurations.Select(rows.AiConfiguration));
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"UPDATE tenants SET is_active = {true} WHERE id = {key.TenantId}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
