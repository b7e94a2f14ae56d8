namespace FlowEngine.Conversations;

/// <summary>The tenant's active <c>bot_settings</c>: what flow versions default to.</summary>
public sealed record TenantSettings
{
    /// <summary>Name of the flow that answers where the request names none.</summary>
    public string? DefaultFlow { get; init; }

    /// <summary>Said when a walk fails, by language.</summary>
    public IReadOnlyDictionary<string, string> FallbackText { get; init; } = new Dictionary<string, string>();

    public bool AnonymousChat { get; init; }

    /// <summary>No chat turn is answered; histories can be read.</summary>
    public bool ChatDisabled { get; init; }

    public LimitSettings Limits { get; init; } = new();

    /// <summary>Host names that outgoing calls may reach.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The fallback text in this language, else in the first language that has one, else a neutral one.</summary>
    public string Fallback(string language) =>
        FallbackText.TryGetValue(language, out var text) ? text
        : FallbackText.Count > 0 ? FallbackText.First().Value
        : language == "tr" ? "Şu anda yanıt veremiyorum. Lütfen biraz sonra yeniden deneyin."
        : "I cannot answer right now. Please try again in a moment.";
}
