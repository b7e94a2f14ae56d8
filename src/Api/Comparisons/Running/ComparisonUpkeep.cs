using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>Drops what comparisons keep when its time is over, a bounded number of rows at once, and counts what waits.</summary>
internal sealed class ComparisonUpkeep(
    ComparisonRetention retention, ParallelRunQueue queue, ComparisonLoad load, IOptionsMonitor<FlowEngineOptions> options, TimeProvider time,
    ILogger<ComparisonUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan s_count = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_drop = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_count, time);
        var dropped = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var settings = options.CurrentValue.Comparisons;
                load.Pending(await queue.BacklogAsync(options.CurrentValue.InstanceId, settings.MaxBacklog, stoppingToken));
                if (time.GetElapsedTime(dropped) >= s_drop)
                {
                    dropped = time.GetTimestamp();
                    var now = time.GetUtcNow();
                    await retention.DropAsync(
                        options.CurrentValue.InstanceId, now - TimeSpan.FromDays(settings.RawDays), now - TimeSpan.FromDays(settings.RetentionDays), stoppingToken);
                }
            }
            catch (Exception fault) when (fault is StorageUnavailableException)
            {
                Log.ComparisonsFailed(logger, fault);
            }
        }
    }
}
