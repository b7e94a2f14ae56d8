namespace FlowEngine.Conversations;

/// <summary>How a person reaches the tenant; what is null is not offered.</summary>
public sealed record ContactFacts
{
    public string? Phone { get; init; }

    public string? WhatsApp { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    /// <summary>By language.</summary>
    public IReadOnlyDictionary<string, string> WorkingHours { get; init; } = new Dictionary<string, string>();

    /// <summary>Absolute, or relative to the tenant's site.</summary>
    public string? CallbackFormUrl { get; init; }
}
