namespace FlowEngine.Storage.Model;

public sealed class BotSettingsRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string? DefaultFlow { get; set; }

    /// <summary>JSON: text by language.</summary>
    public string FallbackText { get; set; } = "";

    /// <summary>JSON of ContactFacts.</summary>
    public string Contact { get; set; } = "";

    /// <summary>JSON of ExchangeRates.</summary>
    public string? ExchangeRates { get; set; }

    /// <summary>JSON of LimitSettings.</summary>
    public string? Limits { get; set; }

    public bool AnonymousChat { get; set; }

    /// <summary>No chat turn is answered.</summary>
    public bool ChatDisabled { get; set; }

    /// <summary>JSON array of host names that nodes may call.</summary>
    public string AllowedHosts { get; set; } = "";

    public bool IsActive { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
