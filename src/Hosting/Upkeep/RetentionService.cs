using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.Storage.Projection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.Upkeep;

/// <summary>Drops what turns and the audit keep when its time is over.</summary>
public sealed class RetentionService(
    TurnRetention retention, IOptionsMonitor<FlowEngineOptions> options, IOptions<ChatOptions> chat, TimeProvider time, ILogger<RetentionService> logger)
    : RepeatingService(TimeSpan.FromMinutes(10), time, logger)
{
    protected override Task RoundAsync(CancellationToken stopping) =>
        retention.DropAsync(options.CurrentValue.Retention.ToLimits(), chat.Value.InstanceId, Time.GetUtcNow(), stopping);
}
