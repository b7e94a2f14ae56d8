using FlowEngine.Api.Chat;

namespace FlowEngine.Api.Background;

/// <summary>Fires the time-outs of waits that nobody answered.</summary>
internal sealed class WaitTimer(ExpiredWaits waits, TimeProvider time, ILogger<WaitTimer> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await waits.FireAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.TimeoutsFailed(logger, fault);
            }
        }
    }
}
