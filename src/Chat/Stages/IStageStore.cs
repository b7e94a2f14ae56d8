using FlowEngine.Conversations;

namespace FlowEngine.Chat.Stages;

/// <summary>The tenants' rows of the toggle; every change is audited with what was in force before.</summary>
public interface IStageStore
{
    /// <summary>All active tenants by slug: for operators.</summary>
    ValueTask<IReadOnlyList<TenantStage>> ListAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Null where the tenant has no row.</summary>
    Task<StageEntry?> GetAsync(TenantKey tenant, CancellationToken cancellationToken);

    /// <returns>Null where the row has another ETag by now: nothing was changed.</returns>
    Task<StageEntry?> SetAsync(TenantKey tenant, string slug, StageChange change, CancellationToken cancellationToken);
}
