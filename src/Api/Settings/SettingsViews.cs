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

/// <summary>Of one turn, of one conversation, and of one day of the tenant. What is absent sets no limit.</summary>
/// <param name="MaxCost">In the currency of the models' prices.</param>
public sealed record LimitsView(
    int? MaxSteps, int? MaxSeconds, int? MaxOutput, int? MaxTokens, decimal? MaxCost, UsageLimitsView? Conversation, UsageLimitsView? Day);

public sealed record UsageLimitsView(long? MaxTurns, long? MaxTokens, decimal? MaxCost);

/// <param name="Day">yyyy-MM-dd in the tenant's time zone.</param>
/// <param name="Cost">Of the calls whose price is known.</param>
/// <param name="UnpricedTurns">Turns with a call whose cost is not in <paramref name="Cost"/>.</param>
public sealed record UsageView(
    DateOnly Day, long Turns, long InputTokens, long OutputTokens, decimal Cost, string? Currency, long UnpricedTurns);

/// <summary>What a PUT takes. A member that is left out stays as it is, null clears it.</summary>
public sealed record SettingsBody(
    string? DefaultFlow,
    IReadOnlyDictionary<string, string>? FallbackText,
    bool? AnonymousChat,
    bool? ChatDisabled,
    IReadOnlyList<string>? AllowedHosts,
    LimitsView? Limits);
