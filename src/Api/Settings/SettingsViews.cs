using FlowEngine.Api.Bodies;

namespace FlowEngine.Api.Settings;

/// <summary>A tenant's settings as they are stored, with what follows from them now.</summary>
/// <param name="Limits">What the tenant sets itself.</param>
/// <param name="EffectiveLimits">The smaller of the tenant's and the service's, one by one.</param>
public sealed record SettingsView(
    string? DefaultFlow,
    IReadOnlyDictionary<string, string> FallbackText,
    bool AnonymousChat,
    bool ChatDisabled,
    IReadOnlyList<string> AllowedHosts,
    LimitsView Limits,
    LimitsView EffectiveLimits,
    UsageView UsedToday,
    string Etag,
    DateTimeOffset? UpdatedAt);

/// <summary>Of one turn, of one conversation, and of one day of the tenant. What is absent sets no limit; in a change 0 sets none either.</summary>
/// <param name="MaxCost">In the currency of the models' prices.</param>
public sealed record LimitsView(
    [property: Whole(0, 10_000, Hint = LimitsView.NoLimit)] int? MaxSteps = null,
    [property: Whole(0, 600, Hint = LimitsView.NoLimit)] int? MaxSeconds = null,
    [property: Whole(0, 1_000_000, Hint = LimitsView.NoLimit)] int? MaxOutput = null,
    [property: Whole(0, 10_000_000, Hint = LimitsView.NoLimit)] int? MaxTokens = null,
    [property: Amount] decimal? MaxCost = null,
    UsageLimitsView? Conversation = null,
    UsageLimitsView? Day = null)
{
    internal const string NoLimit = ", 0 for no limit";
}

public sealed record UsageLimitsView(
    [property: Whole(0, long.MaxValue, Hint = LimitsView.NoLimit)] long? MaxTurns = null,
    [property: Whole(0, long.MaxValue, Hint = LimitsView.NoLimit)] long? MaxTokens = null,
    [property: Amount] decimal? MaxCost = null);

/// <param name="Day">yyyy-MM-dd in the tenant's time zone.</param>
/// <param name="Cost">Of the calls whose price is known.</param>
/// <param name="UnpricedTurns">Turns with a call whose cost is not in <paramref name="Cost"/>.</param>
public sealed record UsageView(
    DateOnly Day, long Turns, long InputTokens, long OutputTokens, decimal Cost, string? Currency, long UnpricedTurns);

/// <summary>What a PUT takes. A member that is left out stays as it is, null clears it.</summary>
/// <param name="DefaultFlow">Name of an active flow.</param>
/// <param name="FallbackText">By language, at most 2,000 characters each.</param>
/// <param name="AllowedHosts">Hosts such as <c>api.example.com</c>, <c>*.example.com</c>, <c>api.example.com:8443</c>; at most 100.</param>
/// <param name="Limits">Takes the place of all limits.</param>
public sealed record SettingsBody(
    string? DefaultFlow = null,
    [property: TextsByLanguage(2000)] IReadOnlyDictionary<string, string>? FallbackText = null,
    bool? AnonymousChat = null,
    bool? ChatDisabled = null,
    [property: Hosts(100)] IReadOnlyList<string>? AllowedHosts = null,
    LimitsView? Limits = null);
