using FlowEngine.Chat.Background;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Timeouts;

/// <summary>Fires the time-outs of waits that nobody answered.</summary>
public sealed class TimeoutService(TimeoutScanner waits, TimeProvider time, ILogger<TimeoutService> logger)
    : RepeatingService(TimeSpan.FromSeconds(5), time, logger)
{
    protected override Task RoundAsync(CancellationToken stopping) => waits.FireAsync(stopping);
}
