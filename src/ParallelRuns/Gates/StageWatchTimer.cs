using FlowEngine.Chat.Background;
using Microsoft.Extensions.Logging;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>Looks often enough that a tenant is taken back within 30 seconds of the evidence.</summary>
public sealed class StageWatchTimer(StageWatch watch, TimeProvider time, ILogger<StageWatchTimer> logger)
    : RepeatingService(TimeSpan.FromSeconds(10), time, logger)
{
    protected override Task RoundAsync(CancellationToken stopping) => watch.LookAsync(stopping);
}
