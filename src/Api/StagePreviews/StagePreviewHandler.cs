using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Stages;
using FlowEngine.Conversations;
using FlowEngine.Storage.Stages;

namespace FlowEngine.Api.StagePreviews;

/// <summary>Says what a change of the caller's tenant's stage would come to.</summary>
public sealed class StagePreviewHandler(StageService stages, RecentSessions sessions, TimeProvider time)
{
    private const int MostSessions = 100_000;

    private static readonly TimeSpan s_recent = TimeSpan.FromDays(30);

    internal async Task<(StagePreviewView? View, ApiProblem? Problem)> PreviewAsync(
        Caller caller, string? stage, int? percentage, CancellationToken cancellationToken)
    {
        List<FieldError> faults = [];
        if (StageNames.Read(stage) is not { } target)
        {
            faults.Add(new("stage", stage is null ? "missing" : "unknown", $"'stage' is one of {string.Join(", ", StageNames.All)}."));
            target = Stage.Off;
        }

        if (percentage is < 0 or > StageSetting.All)
        {
            faults.Add(new("percentage", "out_of_range", "'percentage' is a whole number from 0 to 100."));
        }

        if (faults.Count > 0)
        {
            return (null, ApiProblems.InvalidRequest(faults));
        }

        var (preview, refusal) = await stages.PreviewAsync(caller.Tenant, target, percentage, cancellationToken);
        return preview is null ? (null, ApiProblem.From(refusal!)) : (await ViewAsync(caller.Tenant.Profile, preview, cancellationToken), null);
    }

    private async Task<StagePreviewView> ViewAsync(TenantProfile tenant, StagePreview preview, CancellationToken cancellationToken)
    {
        var seen = await sessions.ListAsync(tenant.Key, time.GetUtcNow() - s_recent, MostSessions + 1, cancellationToken);
        var isWhole = seen.Count <= MostSessions;
        return new(
            tenant.Slug,
            StageNames.Of(preview.After.Stage),
            preview.After.Percentage,
            preview.IsAllowed,
            preview.NeedsReason,
            [.. Rules(preview)],
            preview.PercentMoved,
            isWhole ? seen.Count : null,
            isWhole ? seen.Count(session => preview.Moves(SessionBucket.OfStage(tenant.Key.TenantId, session))) : null,
            preview.Gate is { } gate ? new(Verdict(gate.Verdict), gate.Text) : null);
    }

    private static IEnumerable<StageRuleView> Rules(StagePreview preview)
    {
        foreach (var check in preview.Checks.Where(check => !check.Passed))
        {
            yield return new("not_ready", $"{check.Name}: {check.Found} {check.Fix}".Trim());
        }

        if (preview.IsJump)
        {
            yield return new("jump", "Some sessions jump over a stage.");
        }

        if (preview.Gate is { Verdict: not StageGateVerdict.Passed } gate)
        {
            yield return new("gate", $"The gate says {gate.VerdictText}: {gate.Text}");
        }
    }

    private static GateVerdict Verdict(StageGateVerdict verdict) => verdict switch
    {
        StageGateVerdict.Passed => GateVerdict.Passed,
        StageGateVerdict.Failed => GateVerdict.Failed,
        _ => GateVerdict.NotEnoughData,
    };
}
