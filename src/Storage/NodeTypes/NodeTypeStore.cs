using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.NodeTypes;

/// <summary><c>ai_workflow_nodes</c>: the mirror of the code's registry, with the operator's switches.</summary>
public sealed class NodeTypeStore(ISystemDb db, TimeProvider time)
{
    /// <summary>New types are added open to all, types that are gone become inactive; switches that an operator set stay.</summary>
    public async Task SyncAsync(IReadOnlyList<RegisteredNodeType> registered, CancellationToken cancellationToken)
    {
        await using var context = db.Open();
        var rows = await context.NodeTypes.ToDictionaryAsync(row => row.NodeKey, cancellationToken);
        foreach (var type in registered)
        {
            if (!rows.Remove(type.Name, out var row))
            {
                row = new NodeTypeRow { NodeKey = type.Name, IsGlobal = true, IsActive = true, TenantWhitelist = "[]", UpdatedAt = time.GetUtcNow() };
                context.NodeTypes.Add(row);
            }

            (row.NodeClass, row.Category, row.Type, row.Name) = (type.ClassName, type.Category, type.Name, type.Title);
            (row.Description, row.ConfigSchema) = (type.Description, type.ConfigSchema);
        }

        foreach (var gone in rows.Values)
        {
            gone.IsActive = false;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <returns>False where there is no such node type.</returns>
    public async Task<bool> SwitchAsync(
        string name, bool isActive, bool isGlobal, IReadOnlyList<long> tenantWhitelist, CancellationToken cancellationToken)
    {
        var (whitelist, now) = (StoredJson.Write(tenantWhitelist), time.GetUtcNow());
        await using var context = db.Open();
        return await context.NodeTypes.Where(row => row.NodeKey == name).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.IsActive, isActive).SetProperty(row => row.IsGlobal, isGlobal)
                .SetProperty(row => row.TenantWhitelist, whitelist).SetProperty(row => row.UpdatedAt, now),
            cancellationToken) == 1;
    }

    /// <summary>All that are known, switched off or not.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var context = db.Open();
        return await context.NodeTypes.CountAsync(cancellationToken);
    }

    /// <summary>Types that are switched off, or not open to this tenant.</summary>
    public async Task<IReadOnlySet<string>> DisabledAsync(long tenantId, CancellationToken cancellationToken)
    {
        await using var context = db.Open();
        var rows = await context.NodeTypes
            .Where(row => !row.IsActive || !row.IsGlobal)
            .Select(row => new { row.NodeKey, row.IsActive, row.TenantWhitelist })
            .ToListAsync(cancellationToken);
        return rows
            .Where(row => !row.IsActive || !StoredJson.Ids(row.TenantWhitelist).Contains(tenantId))
            .Select(row => row.NodeKey)
            .ToHashSet(StringComparer.Ordinal);
    }
}

/// <param name="Description">What a node of the type does.</param>
/// <param name="ConfigSchema">JSON Schema of its configuration.</param>
public sealed record RegisteredNodeType(string Name, string ClassName, string Category, string Description, string ConfigSchema)
{
    public static RegisteredNodeType Of(NodeTypeInfo type) => new(
        type.Name, type.Node.GetType().FullName!, EnumNames.For(type.Category), type.Summary, ConfigurationSchema.Of(type).ToJsonString());

    /// <summary><c>category_detection</c> as <c>Category detection</c>.</summary>
    public string Title => char.ToUpperInvariant(Name[0]) + Name[1..].Replace('_', ' ');
}
