namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>Looks often enough that a tenant is taken back within 30 seconds of the evidence.</summary>
internal sealed class StageWatchTimer(StageWatch watch, TimeProvider time, ILogger<StageWatchTimer> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await watch.LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.ComparisonsFailed(logger, fault);
            }
        }
    }
}
