using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.Chat.Timeouts;

/// <summary>
/// Runs the time-out turns that are due, a bounded number a round. Their claims make each run once, whoever else looks. While a chat is
/// switched off its waits stay as they are.
/// </summary>
public sealed class TimeoutScanner(
    IDueWaits waits,
    ITurnReader reader,
    TenantDirectory tenants,
    ConversationLocks locks,
    TimeoutTurns timeouts,
    IOptionsMonitor<ChatOptions> options,
    TimeProvider time,
    ILogger<TimeoutScanner> logger)
{
    private const int Page = 100;
    private const int PagesARound = 10;
    private const int AtOnce = 4;

    /// <summary>Where the round before stopped, so that waits which cannot be fired do not stay before the others.</summary>
    private DueWait? _after;

    public async Task FireAsync(CancellationToken cancellationToken)
    {
        if (options.CurrentValue.ChatDisabled)
        {
            return;
        }

        var now = time.GetUtcNow();
        for (var page = 0; page < PagesARound; page++)
        {
            var due = await waits.FindAsync(options.CurrentValue.InstanceId, now, _after, Page, cancellationToken);
            _after = due.Count == Page ? due[^1] : null;
            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (wait, token) => await TryFireAsync(wait, token));
            if (_after is null)
            {
                return;
            }
        }
    }

    private async Task TryFireAsync(DueWait wait, CancellationToken cancellationToken)
    {
        try
        {
            await FireAsync(wait, cancellationToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            Log.TimeoutFailed(logger, fault, wait.Conversation);
        }
    }

    private async Task FireAsync(DueWait wait, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(wait.Tenant.TenantId, cancellationToken) is not { Profile.Settings.ChatDisabled: false } tenant
            || KillSwitchPolicy.RefusalOf(tenant, time.GetUtcNow()) is not null || KillSwitchPolicy.Engines(tenant).V2)
        {
            return;
        }

        using var place = await locks.EnterAsync(wait.Conversation.ToString(), cancellationToken);
        var before = await reader.ConversationAsync(wait.Tenant, wait.Conversation, cancellationToken);
        if (before is not null && before.IsDue(time.GetUtcNow()))
        {
            await timeouts.RunAsync(tenant, before, cancellationToken);
        }
    }
}
