using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Settings;

namespace FlowEngine.Api.Settings;

/// <summary>A tenant's settings.</summary>
public sealed class SettingsHandler(
    BotSettingsStore store, TenantDirectory tenants, UsageGate usage, TurnLimits service, TimeProvider time)
{
    public async Task<IResult> GetAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var tenant = http.Caller().Tenant.Profile;
        return await ViewAsync(http, tenant, await store.GetAsync(tenant.Key, cancellationToken), cancellationToken);
    }

    public async Task<IResult> PutAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (json, unread) = await JsonBody.ReadAsync(http.Request, cancellationToken);
        if (json is not { } body)
        {
            return unread!.ToResult();
        }

        var caller = http.Caller();
        var tenant = caller.Tenant.Profile;
        var (change, problem) = SettingsReader.Read(body, caller.Tenant);
        if (change is null)
        {
            return problem!.ToResult();
        }

        var stored = await store.ChangeAsync(tenant.Key, change, ExpectedEtag(http), caller.Name, cancellationToken);
        tenants.Forget();
        return stored is null
            ? new ApiProblem(
                StatusCodes.Status412PreconditionFailed, "settings_changed", "Somebody else changed the settings.",
                "They have another ETag than If-Match says. Read them again, and change what is there now.").ToResult()
            : await ViewAsync(http, tenant, stored, cancellationToken);
    }

    /// <summary>Null where any settings may be changed.</summary>
    private static string? ExpectedEtag(HttpContext http) =>
        http.Request.Headers.IfMatch.ToString() is { Length: > 0 } value && value != "*" ? value.Trim().Trim('"') : null;

    private async Task<IResult> ViewAsync(HttpContext http, TenantProfile tenant, StoredSettings stored, CancellationToken cancellationToken)
    {
        var settings = stored.Settings;
        var now = time.GetUtcNow();
        var (day, used) = (LocalDay.Of(tenant, now), await usage.TodayAsync(tenant, now, cancellationToken));
        http.Response.Headers.ETag = $"\"{stored.Etag}\"";
        return Results.Json(
            new SettingsView(
                settings.DefaultFlow, settings.FallbackText, settings.AnonymousChat, settings.ChatDisabled, settings.AllowedHosts,
                View(settings.Limits), Effective(settings),
                new(day, used.Turns, used.InputTokens, used.OutputTokens, used.Cost, used.Currency, used.UnpricedTurns),
                stored.Etag, stored.UpdatedAt),
            SettingsJson.Context.SettingsView);
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
