using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.ParallelRuns.Planning;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>Drops what comparisons keep when its time is over, a bounded number of rows at once, and counts what waits.</summary>
public sealed class ComparisonUpkeep(
    ComparisonRetention retention, ComparisonQueue queue, CandidateThrottle load, IOptionsMonitor<ComparisonOptions> options, IOptions<ChatOptions> chat, TimeProvider time,
    ILogger<ComparisonUpkeep> logger) : RepeatingService(TimeSpan.FromSeconds(2), time, logger)
{
    private static readonly TimeSpan s_drop = TimeSpan.FromMinutes(10);

    private long _dropped = time.GetTimestamp();

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var (instance, settings) = (chat.Value.InstanceId, options.CurrentValue);
        load.Pending(await queue.BacklogAsync(instance, settings.MaxBacklog, stopping));
        if (Time.GetElapsedTime(_dropped) >= s_drop)
        {
            _dropped = Time.GetTimestamp();
            var now = Time.GetUtcNow();
            await retention.DropAsync(instance, now - TimeSpan.FromDays(settings.RawDays), now - TimeSpan.FromDays(settings.RetentionDays), stopping);
        }
    }
}
