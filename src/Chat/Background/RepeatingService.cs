using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Background;

/// <summary>
/// Background work that goes round by round. A round that fails is logged and the next one comes: whatever it throws, it does not end the
/// service, which an exception out of a <see cref="BackgroundService"/> would.
/// </summary>
/// <param name="every">From the beginning of one round to that of the next; null where a round waits by itself.</param>
public abstract class RepeatingService(TimeSpan? every, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan s_afterFault = TimeSpan.FromSeconds(2);

    protected TimeProvider Time { get; } = time;

    protected ILogger Logger { get; } = logger;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RepeatAsync(stoppingToken);

    /// <summary>Ends only when the service stops.</summary>
    protected async Task RepeatAsync(CancellationToken stopping)
    {
        using var timer = every is { } period ? new PeriodicTimer(period, Time) : null;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (timer is not null)
                {
                    await timer.WaitForNextTickAsync(stopping);
                }

                await RoundAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.RoundFailed(Logger, fault, GetType().Name);
                await Task.Delay(s_afterFault, Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    protected abstract Task RoundAsync(CancellationToken stopping);
}
