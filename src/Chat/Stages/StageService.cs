using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Tenants;

namespace FlowEngine.Chat.Stages;

/// <summary>Changes tenants' stages by the rules: one step, with a reason where it is more or the gate does not pass, and only when the tenant is ready.</summary>
public sealed class StageService(IStageStore store, StageResolver resolver, StageReadiness readiness, IStageGate gate, TenantDirectory tenants)
{
    /// <summary>Read anew, not from the tenant's snapshot.</summary>
    public async Task<StageState> GetAsync(TenantSnapshot tenant, CancellationToken cancellationToken)
    {
        var entry = await store.GetAsync(tenant.Profile.Key, cancellationToken);
        var (setting, source) = await resolver.SettingAsync(tenant with { Stage = entry?.Stage }, "", cancellationToken);
        return new(setting, source, entry);
    }

    /// <returns>What is in force now, or why nothing was changed.</returns>
    public async Task<(StageState? State, Refusal? Refusal)> ChangeAsync(
        TenantSnapshot tenant, StageCommand order, CancellationToken cancellationToken)
    {
        var before = await GetAsync(tenant, cancellationToken);
        if (order.ExpectedEtag is { } expected && expected != before.Etag)
        {
            return (null, StageRefusals.Changed());
        }

        var after = new StageSetting(order.Stage, order.Percentage ?? StageSetting.All, order.Sample ?? before.Setting.Sample);
        if (Partial(after, "/percentage") is { } partial)
        {
            return (null, partial);
        }

        var (note, refusal) = await JudgeAsync(tenant, before.Setting, after, order, cancellationToken);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var change = new StageChange(Row(before.Setting), Row(after), order.Reason, order.By, note, before.Etag);
        var entry = await store.SetAsync(tenant.Profile.Key, tenant.Profile.Slug, change, cancellationToken);
        tenants.Forget();
        return entry is null ? (null, StageRefusals.Changed()) : (new(after, StageDecision.Row, entry), null);
    }

    /// <summary>What a change would come to, by the same rules; nothing is changed.</summary>
    /// <param name="percentage">Null: all of the sessions.</param>
    public async Task<(StagePreview? Preview, Refusal? Refusal)> PreviewAsync(
        TenantSnapshot tenant, Stage stage, int? percentage, CancellationToken cancellationToken)
    {
        var before = (await GetAsync(tenant, cancellationToken)).Setting;
        var after = before with { Stage = stage, Percentage = percentage ?? StageSetting.All };
        if (Partial(after, "percentage") is { } partial)
        {
            return (null, partial);
        }

        return (new(
            before,
            after,
            StageSteps.LeavesOff(before, after) ? await readiness.CheckAsync(tenant, cancellationToken) : [],
            StageSteps.IsJump(before, after),
            StageSteps.Advances(before, after) ? await gate.EvaluateAsync(tenant, stage, cancellationToken) : null), null);
    }

    private static Refusal? Partial(StageSetting after, string pointer) =>
        StageSetting.IsWhole(after.Stage) && after.Percentage != StageSetting.All
            ? Refusal.Invalid([new(pointer, "always_all", $"'{StageNames.Of(after.Stage)}' is always for 100 percent of the sessions.")])
            : null;

    private static StageRow Row(StageSetting setting) => new(StageNames.Of(setting.Stage), setting.Percentage, setting.Sample);

    /// <returns>What the gate said, and why the change is refused.</returns>
    private async Task<(StageGateNote? Gate, Refusal? Refusal)> JudgeAsync(
        TenantSnapshot tenant, StageSetting from, StageSetting to, StageCommand order, CancellationToken cancellationToken)
    {
        if (StageSteps.LeavesOff(from, to))
        {
            var checks = await readiness.CheckAsync(tenant, cancellationToken);
            if (checks.Any(check => !check.Passed))
            {
                return (null, StageRefusals.NotReady(checks));
            }
        }

        if (order.Reason is null && StageSteps.IsJump(from, to))
        {
            return (null, StageRefusals.ReasonNeeded(
                $"From {Text(from)} to {Text(to)} some sessions jump over a stage."));
        }

        if (!StageSteps.Advances(from, to))
        {
            return (null, null);
        }

        var answer = await gate.EvaluateAsync(tenant, to.Stage, cancellationToken);
        return order.Reason is null && answer.Verdict != StageGateVerdict.Passed
            ? (null, StageRefusals.ReasonNeeded($"The gate to '{StageNames.Of(to.Stage)}' says {answer.VerdictText}: {answer.Text}"))
            : (new(answer.VerdictText, answer.Text), null);
    }

    private static string Text(StageSetting setting) => $"'{StageNames.Of(setting.Stage)}' at {setting.Percentage}%";
}
