using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.ParallelRuns.Planning;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>Counts the comparisons that wait, for every process whose turns may ask for more.</summary>
public sealed class BacklogCounter(
    ComparisonQueue queue, CandidateThrottle throttle, IOptionsMonitor<ComparisonOptions> options, IOptions<ChatOptions> chat, TimeProvider time,
    ILogger<BacklogCounter> logger) : RepeatingService(TimeSpan.FromSeconds(2), time, logger)
{
    protected override async Task RoundAsync(CancellationToken stopping) =>
        throttle.Pending(await queue.BacklogAsync(chat.Value.InstanceId, options.CurrentValue.MaxBacklog, stopping));
}
