using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>Drops what comparisons keep when its time is over, a bounded number of rows at once.</summary>
public sealed class ComparisonUpkeep(
    ComparisonRetention retention, IOptionsMonitor<ComparisonOptions> options, IOptions<ChatOptions> chat, TimeProvider time,
    ILogger<ComparisonUpkeep> logger) : RepeatingService(TimeSpan.FromMinutes(10), time, logger)
{
    protected override Task RoundAsync(CancellationToken stopping)
    {
        var (now, settings) = (Time.GetUtcNow(), options.CurrentValue);
        return retention.DropAsync(
            chat.Value.InstanceId, now - TimeSpan.FromDays(settings.RawDays), now - TimeSpan.FromDays(settings.RetentionDays), stopping);
    }
}
