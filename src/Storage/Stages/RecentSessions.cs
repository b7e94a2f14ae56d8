using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Stages;

/// <summary>Sessions in which something was said lately.</summary>
public sealed class RecentSessions(ITenantDb tenants)
{
    /// <summary>Their ids, each once; at most so many.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(TenantKey tenant, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await db.Conversations
            .Where(row => row.UpdatedAt >= since)
            .Select(row => row.SessionId)
            .Distinct()
            .Take(limit)
            .ToListAsync(cancellationToken);
    }
}
