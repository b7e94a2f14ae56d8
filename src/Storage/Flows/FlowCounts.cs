using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Flows;

/// <param name="Status"><c>draft</c> or <c>published</c>.</param>
public sealed record NewestVersion(int Version, string Status);

/// <summary>What lists say of several flows at once, by their names; a flow without any is left out.</summary>
public sealed class FlowCounts(ITenantDb db)
{
    /// <summary>The newest version that is not archived.</summary>
    public async Task<IReadOnlyDictionary<string, NewestVersion>> NewestAsync(
        TenantKey tenant, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var rows = context.FlowVersions.Present().Where(row => row.Status != FlowVersionStatus.Archived);
        return await rows
            .Where(row => names.Contains(row.FlowName) && row.Version == rows.Where(other => other.FlowName == row.FlowName).Max(other => other.Version))
            .Select(row => new { row.FlowName, row.Version, row.Status })
            .ToDictionaryAsync(row => row.FlowName, row => new NewestVersion(row.Version, row.Status), cancellationToken);
    }

    /// <summary>Stored conversation tests.</summary>
    public async Task<IReadOnlyDictionary<string, int>> TestsAsync(
        TenantKey tenant, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.FlowTests
            .Where(row => names.Contains(row.FlowName))
            .GroupBy(row => row.FlowName)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    /// <summary>Conversations that wait in any version of the flow as their outermost one.</summary>
    public async Task<IReadOnlyDictionary<string, int>> WaitingAsync(
        TenantKey tenant, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var waiting =
            from conversation in context.Conversations
            where conversation.Status == ConversationStatusNames.Waiting
            join version in context.FlowVersions on conversation.FlowId equals version.Id
            where names.Contains(version.FlowName)
            group conversation by version.FlowName into flow
            select new { flow.Key, Count = flow.Count() };
        return await waiting.ToDictionaryAsync(flow => flow.Key, flow => flow.Count, cancellationToken);
    }
}
