using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Legacy;

/// <summary>Whether a row that an import would add exists already.</summary>
public sealed class LegacySettings(ITenantDb db, ISystemDb system)
{
    public async Task<bool> HasDirectiveAsync(TenantKey tenant, string key, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.Directives.AnyAsync(row => row.DirectiveKey == key, cancellationToken);
    }

    public async Task<bool> HasPromptAsync(TenantKey tenant, string featureSlug, string name, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.Prompts.AnyAsync(row => row.FeatureSlug == featureSlug && row.Name == name, cancellationToken);
    }

    public async Task<bool> HasAiConfigurationAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.AiConfigurations.AnyAsync(row => row.Name == name, cancellationToken);
    }

    /// <returns>The row of the node type as it is now, and whether it was added.</returns>
    public async Task<(NodeTypeRow Row, bool Added)> AddNodeTypeAsync(
        string key, bool isGlobal, bool isActive, IReadOnlyList<long> tenants, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = system.Open();
        if (await context.NodeTypes.AsNoTracking().SingleOrDefaultAsync(row => row.NodeKey == key, cancellationToken) is { } there)
        {
            return (there, false);
        }

        var added = new NodeTypeRow { NodeKey = key, IsGlobal = isGlobal, IsActive = isActive, TenantWhitelist = StoredJson.Write(tenants), UpdatedAt = now };
        context.NodeTypes.Add(added);
        await context.SaveChangesAsync(cancellationToken);
        return (added, true);
    }
}
