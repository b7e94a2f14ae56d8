using FlowEngine.Api.Chat;
using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Background;

/// <summary>Runs the time-out turns that are due. The row version makes each fire once, whoever else looks.</summary>
public sealed class ExpiredWaits(
    DueWaits waits,
    ITurnReader reader,
    TenantDirectory tenants,
    ConversationLocks locks,
    DueTimeouts timeouts,
    IOptions<FlowEngineOptions> options,
    TimeProvider time)
{
    private const int Batch = 100;

    public async Task FireAsync(CancellationToken cancellationToken)
    {
        foreach (var (tenant, conversation) in await waits.FindAsync(options.Value.InstanceId, time.GetUtcNow(), Batch, cancellationToken))
        {
            await FireAsync(tenant, conversation, cancellationToken);
        }
    }

    private async Task FireAsync(TenantKey tenant, Guid conversation, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(tenant.TenantId, cancellationToken) is not { } snapshot)
        {
            return;
        }

        using var place = await locks.EnterAsync(conversation.ToString(), cancellationToken);
        var before = await reader.ConversationAsync(tenant, conversation, cancellationToken);
        if (before is { Status: ConversationStatus.Waiting, ExpiresAt: { } expires } && expires <= time.GetUtcNow())
        {
            await timeouts.RunAsync(snapshot, before, cancellationToken);
        }
    }
}
