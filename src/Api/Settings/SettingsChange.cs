using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Settings;

/// <summary>What a body changes of the settings that are there.</summary>
internal static class SettingsChange
{
    public static Func<TenantSettings, TenantSettings> From(Body<SettingsBody> body)
    {
        var to = body.Value;
        return settings => settings with
        {
            DefaultFlow = body.Has(nameof(to.DefaultFlow)) ? to.DefaultFlow : settings.DefaultFlow,
            FallbackText = body.Has(nameof(to.FallbackText)) ? to.FallbackText ?? new Dictionary<string, string>() : settings.FallbackText,
            AnonymousChat = body.Has(nameof(to.AnonymousChat)) ? to.AnonymousChat == true : settings.AnonymousChat,
            ChatDisabled = body.Has(nameof(to.ChatDisabled)) ? to.ChatDisabled == true : settings.ChatDisabled,
            AllowedHosts = body.Has(nameof(to.AllowedHosts)) ? to.AllowedHosts ?? [] : settings.AllowedHosts,
            Limits = body.Has(nameof(to.Limits)) ? Limits(to.Limits ?? new()) : settings.Limits,
        };
    }

    /// <summary>What is the default flow already may stay, active or not.</summary>
    public static FieldError? Fault(SettingsBody body, TenantSnapshot tenant) =>
        body.DefaultFlow is { } name && name != tenant.Profile.Settings.DefaultFlow && !tenant.ActiveFlows.ContainsKey(name)
            ? new("/defaultFlow", "flow_unknown", $"The tenant has no active flow '{name}'; active are {string.Join(", ", tenant.ActiveFlows.Keys)}.")
            : null;

    private static LimitSettings Limits(LimitsView limits) => new()
    {
        MaxSteps = (int?)Set(limits.MaxSteps),
        MaxDuration = Set(limits.MaxSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        MaxOutput = (int?)Set(limits.MaxOutput),
        MaxTokens = (int?)Set(limits.MaxTokens),
        MaxCost = Set(limits.MaxCost),
        Conversation = Usage(limits.Conversation),
        Day = Usage(limits.Day),
    };

    private static UsageLimits? Usage(UsageLimitsView? view)
    {
        var limits = new UsageLimits { MaxTurns = Set(view?.MaxTurns), MaxTokens = Set(view?.MaxTokens), MaxCost = Set(view?.MaxCost) };
        return limits.IsNone ? null : limits;
    }

    /// <summary>0 sets no limit.</summary>
    private static long? Set(long? number) => number == 0 ? null : number;

    private static decimal? Set(decimal? amount) => amount == 0 ? null : amount;
}
