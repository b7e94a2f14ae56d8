using FlowEngine.Chat.Background;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Hosting.Access;

/// <summary>Writes when keys were last used, every half a minute and when the service stops.</summary>
public sealed class ApiKeyUseRecorder(ApiKeyUses uses, TimeProvider time, ILogger<ApiKeyUseRecorder> logger)
    : RepeatingService(TimeSpan.FromSeconds(30), time, logger)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await uses.WriteAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The database may be gone before the service is; half a minute of uses is no reason not to stop.
            Log.KeyUsesLost(Logger, fault);
        }
    }

    protected override Task RoundAsync(CancellationToken stopping) => uses.WriteAsync(stopping);
}
