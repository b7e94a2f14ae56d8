using FlowEngine.Chat.Background;

namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>Looks often enough that a tenant is taken back within 30 seconds of the evidence.</summary>
internal sealed class StageWatchTimer(StageWatch watch, TimeProvider time, ILogger<StageWatchTimer> logger)
    : RepeatingService(TimeSpan.FromSeconds(10), time, logger)
{
    protected override Task RoundAsync(CancellationToken stopping) => watch.LookAsync(stopping);
}
