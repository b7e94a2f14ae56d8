namespace FlowEngine.Api.Background;

/// <summary>Fires the time-outs of waits that nobody answered.</summary>
internal sealed class WaitTimer(ExpiredWaits waits, TimeProvider time, ILogger<WaitTimer> logger)
    : RepeatingService(TimeSpan.FromSeconds(5), time, logger)
{
    protected override Task RoundAsync(CancellationToken stopping) => waits.FireAsync(stopping);
}
