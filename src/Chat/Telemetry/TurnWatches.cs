using FlowEngine.Conversations;

namespace FlowEngine.Chat.Telemetry;

/// <summary>Begins to watch turns.</summary>
public sealed class TurnWatches(TurnMetrics metrics, TimeProvider time)
{
    public TurnWatch Begin(TenantProfile tenant, CancellationToken cancellationToken) => new(metrics, time, tenant.Slug, cancellationToken);
}
