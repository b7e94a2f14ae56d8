using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.Storage.Events;
using FlowEngine.Storage.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.Jobs;

/// <summary>Drops finished jobs, and the events of what changed, when their time is over.</summary>
public sealed class JobUpkeep(
    JobRetention jobs, ChangeEventRetention events, IOptionsMonitor<JobOptions> options, IOptions<ChatOptions> chat, TimeProvider time,
    ILogger<JobUpkeep> logger) : RepeatingService(TimeSpan.FromMinutes(10), time, logger)
{
    /// <summary>Whoever was away for longer reads everything again.</summary>
    private static readonly TimeSpan s_events = TimeSpan.FromDays(1);

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var now = Time.GetUtcNow();
        await jobs.DropAsync(chat.Value.InstanceId, now - TimeSpan.FromDays(options.CurrentValue.RetentionDays), stopping);
        await events.DropAsync(now - s_events, stopping);
    }
}
