using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Assistants;

/// <summary>Prompts and AI configurations.</summary>
public sealed class AssistantStore(ITenantDb db)
{
    /// <summary>The default active prompt of the feature; null where there is none.</summary>
    public async ValueTask<StoredPrompt?> DefaultPromptAsync(TenantKey tenant, string featureSlug, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.Prompts
            .Where(row => row.FeatureSlug == featureSlug && row.IsActive)
            .OrderByDescending(row => row.IsDefault)
            .ThenBy(row => row.Id)
            .Select(row => new StoredPrompt(row.Id, row.Name, row.Prompt))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Active ones in the order in which they are tried.</summary>
    public async ValueTask<IReadOnlyList<StoredAiConfiguration>> ActiveConfigurationsAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.AiConfigurations
            .Where(row => row.IsActive)
            .OrderBy(row => row.Priority)
            .ThenBy(row => row.Name)
            .Select(row => new StoredAiConfiguration(row.Name, row.Provider, row.ModelName, row.IsDefault))
            .ToListAsync(cancellationToken);
    }
}

public sealed record StoredPrompt(long Id, string Name, string Text);

public sealed record StoredAiConfiguration(string Name, string Provider, string ModelName, bool IsDefault);
