using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.Storage.Projection;
using FlowEngine.Storage.Sealing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.Upkeep;

/// <summary>Projects committed turns and seals the audit; in the process that has the installation's lease.</summary>
public sealed class ProjectorService(
    TurnProjector projector, AuditSealer sealer, ProjectorMetrics metrics, IOptions<ChatOptions> chat, TimeProvider time, ILogger<ProjectorService> logger)
    : RepeatingService(TimeSpan.FromSeconds(1), time, logger)
{
    private static readonly TimeSpan s_sealEvery = TimeSpan.FromSeconds(30);

    private long? _sealedAt;

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var instance = chat.Value.InstanceId;
        var projected = await projector.RunAsync(instance, stopping);
        metrics.Projected(projected ?? 0, await projector.LagAsync(instance, stopping) ?? TimeSpan.Zero);
        if (projected is not null && (_sealedAt is not { } at || Time.GetElapsedTime(at) >= s_sealEvery))
        {
            await sealer.RunAsync(instance, stopping);
            _sealedAt = Time.GetTimestamp();
        }
    }
}
