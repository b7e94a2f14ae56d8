using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Settings;

/// <summary>A tenant's settings.</summary>
public sealed class SettingsHandler(
    BotSettingsStore store, TenantDirectory tenants, UsageGate usage, TurnLimits service, TimeProvider time)
{
    public async Task<OkWithEtag<SettingsView>> GetAsync(Caller caller, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant.Profile;
        return await ViewAsync(tenant, await store.GetAsync(tenant.Key, cancellationToken), cancellationToken);
    }

    public async Task<Results<OkWithEtag<SettingsView>, ApiProblem>> PutAsync(
        Caller caller, Body<SettingsBody> body, string? ifMatch, CancellationToken cancellationToken)
    {
        if (SettingsChange.Fault(body.Value, caller.Tenant) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        var tenant = caller.Tenant.Profile;
        var stored = await store.ChangeAsync(tenant.Key, SettingsChange.From(body), Etag.OfExisting(ifMatch), caller.Name, cancellationToken);
        tenants.Forget();
        return stored is null
            ? new ApiProblem(
                StatusCodes.Status412PreconditionFailed, "settings_changed", "Somebody else changed the settings.",
                "They have another ETag than If-Match says. Read them again, and change what is there now.")
            : await ViewAsync(tenant, stored, cancellationToken);
    }

    private async Task<OkWithEtag<SettingsView>> ViewAsync(TenantProfile tenant, StoredSettings stored, CancellationToken cancellationToken)
    {
        var settings = stored.Settings;
        var now = time.GetUtcNow();
        var (day, used) = (LocalDay.Of(tenant, now), await usage.TodayAsync(tenant, now, cancellationToken));
        var view = new SettingsView(
            settings.DefaultFlow, settings.FallbackText, settings.AnonymousChat, settings.ChatDisabled, settings.AllowedHosts,
            View(settings.Limits), Effective(settings),
            new(day, used.Turns, used.InputTokens, used.OutputTokens, used.Cost, used.Currency, used.UnpricedTurns),
            stored.Etag, stored.UpdatedAt);
        return new(view, stored.Etag);
    }

    private LimitsView Effective(TenantSettings settings)
    {
        var turn = service.Smallest(settings.Limits);
        var (conversation, day) = usage.LimitsOf(settings);
        return new(
            turn.MaxSteps, (int)turn.MaxDuration.TotalSeconds, turn.MaxOutput, turn.MaxTokens, turn.MaxCost, View(conversation), View(day));
    }

    private static LimitsView View(LimitSettings limits) => new(
        limits.MaxSteps, (int?)limits.MaxDuration?.TotalSeconds, limits.MaxOutput, limits.MaxTokens, limits.MaxCost, View(limits.Conversation),
        View(limits.Day));

    private static UsageLimitsView? View(UsageLimits? limits) =>
        limits is null or { IsNone: true } ? null : new(limits.MaxTurns, limits.MaxTokens, limits.MaxCost);
}
