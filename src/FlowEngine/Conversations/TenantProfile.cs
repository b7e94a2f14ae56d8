using System.Collections.Frozen;

namespace FlowEngine.Conversations;

/// <summary>What a turn knows of its tenant, read once when the turn is loaded.</summary>
public sealed record TenantProfile
{
    public required TenantKey Key { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Two-letter codes, the tenant's own first; never empty.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Without a trailing slash; null where the tenant has no site.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <returns>UTC where the machine does not know the tenant's zone.</returns>
    public TimeZoneInfo FindTimeZone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public ContactFacts Contact { get; init; } = new();

    public ExchangeRates? Rates { get; init; }

    /// <summary>Highest priority first.</summary>
    public IReadOnlyList<Directive> Directives { get; init; } = [];

    public TenantSettings Settings { get; init; } = new();

    /// <summary>Node types that an operator switched off, or did not open to this tenant.</summary>
    public IReadOnlySet<string> DisabledNodeTypes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Flow versions that are switched off, as <c>NAME@VERSION</c>.</summary>
    public IReadOnlySet<string> DisabledFlowVersions { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Providers of models that are switched off; compared without case.</summary>
    public IReadOnlySet<string> DisabledProviders { get; init; } = FrozenSet<string>.Empty;

    public string Language => Languages[0];
}
