using FlowEngine.Chat;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Comparing.Gates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>
/// Watches tenants whose flow engine answers while the other stands by: where their comparisons and fallbacks of the last while show a
/// criterion above its ceiling, it takes them one stage back. It never goes forward, and looks only at what came since the stage was set, so it
/// does not go back and forth.
/// </summary>
public sealed class StageWatch(
    IStageStore stages, StageService desk, TenantDirectory tenants, TenantGates gates, ComparedTurns turns, WatchDecisions decisions,
    IOptionsMonitor<ComparisonOptions> options, IOptions<ChatOptions> chat,
    TimeProvider time, ILogger<StageWatch> logger)
{
    public const string Actor = "stage-watch";

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        if (settings.WatchMinutes == 0)
        {
            return;
        }

        foreach (var listed in await stages.ListAsync(chat.Value.InstanceId, cancellationToken))
        {
            if (listed.Entry is null or { Stage.Stage: "live" or "rampdown" }
                && await tenants.FindAsync(listed.Slug, cancellationToken) is { } tenant)
            {
                await TryLookAsync(tenant, settings, cancellationToken);
            }
        }
    }

    private async Task TryLookAsync(TenantSnapshot tenant, ComparisonOptions settings, CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(tenant, settings, cancellationToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            Log.WatchFailed(logger, fault, tenant.Profile.Slug);
        }
    }

    private async Task LookAsync(TenantSnapshot tenant, ComparisonOptions settings, CancellationToken cancellationToken)
    {
        var slug = tenant.Profile.Slug;
        var state = await desk.GetAsync(tenant, cancellationToken);
        if (state.Setting.Stage is not (Stage.Live or Stage.Rampdown))
        {
            decisions.Forget(slug);
            return;
        }

        var now = time.GetUtcNow();
        var from = now - TimeSpan.FromMinutes(settings.WatchMinutes);
        if (state.Entry?.UpdatedAt is { } set && set > from)
        {
            from = set;
        }

        var file = gates.ReadGate();
        var gate = file with
        {
            From = null,
            To = null,
            MinConversations = Math.Min(file.MinConversations, settings.WatchConversations),
            MinFloorConversations = Math.Min(file.MinFloorConversations, settings.WatchConversations),
        };
        var window = await turns.WindowAsync(tenant.Profile, from, cancellationToken);
        var decision = WindowWatch.Judge(gate, window, decisions.Of(slug), now);
        decisions.Note(slug, decision);
        if (decision.Action == WatchAction.StepBack)
        {
            await StepBackAsync(tenant, state, decision, cancellationToken);
        }
    }

    /// <summary>Where another process was first, its change stands.</summary>
    private async Task StepBackAsync(TenantSnapshot tenant, StageState state, WatchDecision decision, CancellationToken cancellationToken)
    {
        var before = state.Setting.Stage;
        var order = new StageCommand(
            before - 1, null, null, $"Automatic: {decision.Reason} Evidence: {string.Join(", ", decision.Evidence.Take(5))}", Actor, state.Etag);
        var (after, problem) = await desk.ChangeAsync(tenant, order, cancellationToken);
        if (after is not null)
        {
            Log.SteppedBack(logger, tenant.Profile.Slug, StageNames.Of(before), StageNames.Of(after.Setting.Stage), decision.Reason);
        }
        else
        {
            Log.NotSteppedBack(logger, tenant.Profile.Slug, problem!.Code);
        }
    }
}
