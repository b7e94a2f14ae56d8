using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Import;

/// <summary>Creates a tenant with its data. A tenant that is there already is left as it is, whatever was changed in it.</summary>
public sealed class TenantImporter(ISystemDb system, ITenantDb db, TimeProvider time)
{
    /// <returns>The tenant's key, and whether it was made now.</returns>
    public async Task<(TenantKey Key, bool Created)> ImportAsync(TenantData data, string instanceId, CancellationToken cancellationToken)
    {
        await using var tenants = system.Open();
        var existing = await tenants.Tenants.SingleOrDefaultAsync(row => row.Slug == data.Slug, cancellationToken);
        if (existing is not null && existing.IsActive)
        {
            return (new(existing.Id, instanceId), false);
        }

        // Inactive until its data is there: an import that was broken off is begun again, not half a tenant.
        var tenant = existing ?? tenants.Tenants.Add(Tenant(data)).Entity;
        await tenants.SaveChangesAsync(cancellationToken);
        var key = new TenantKey(tenant.Id, instanceId);
        await ReplaceAsync(key, data, cancellationToken);
        tenant.IsActive = true;
        await tenants.SaveChangesAsync(cancellationToken);
        return (key, true);
    }

    private TenantRow Tenant(TenantData data) => new()
    {
        Slug = data.Slug,
        Name = data.Name,
        Languages = StoredJson.Write(data.Languages),
        Currency = data.Currency,
        SiteUrl = data.SiteUrl,
        TimeZone = data.TimeZone,
        IsActive = false,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    private async Task ReplaceAsync(TenantKey key, TenantData data, CancellationToken cancellationToken)
    {
        await using var context = db.Open(key);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Products.ExecuteDeleteAsync(cancellationToken);
        await context.Categories.ExecuteDeleteAsync(cancellationToken);
        await context.Knowledge.ExecuteDeleteAsync(cancellationToken);
        await context.Directives.ExecuteDeleteAsync(cancellationToken);
        await context.Prompts.ExecuteDeleteAsync(cancellationToken);
        await context.AiConfigurations.ExecuteDeleteAsync(cancellationToken);
        await context.BotSettings.ExecuteDeleteAsync(cancellationToken);
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
        await transaction.CommitAsync(cancellationToken);
    }
}
