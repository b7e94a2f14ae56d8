namespace FlowEngine.Conversations;

/// <summary>An HTTP request to the outside, for a tenant.</summary>
public sealed record OutgoingCall
{
    /// <summary>Whose list of hosts counts, and whose secrets may be named.</summary>
    public required TenantProfile Tenant { get; init; }

    public required string Method { get; init; }

    /// <summary>Absolute.</summary>
    public required string Url { get; init; }

    /// <summary>None of <see cref="OutgoingHeaders.IsReserved"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Null sends no body.</summary>
    public string? Body { get; init; }

    /// <summary>Of the body, where the headers do not say it.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Sent as <c>Idempotency-Key</c>: the same for every try of the same effect.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>For the whole call, redirects included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A reference (<see cref="SecretReference"/>), never the secret itself.</summary>
    public string? Secret { get; init; }

    /// <summary>Carries the secret as it is; null sends <c>Authorization: Bearer</c>.</summary>
    public string? SecretHeader { get; init; }
}
