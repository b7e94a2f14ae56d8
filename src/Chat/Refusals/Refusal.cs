namespace FlowEngine.Chat.Refusals;

/// <summary>Why something was not done, as a value: what is wrong, where, and how to fix it.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Detail">For the caller; never internals.</param>
/// <param name="Errors">The faulty members of the request; null if the refusal has another reason.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Title, string Detail, IReadOnlyList<FieldError>? Errors = null)
{
    /// <summary>When it may be worth trying again; null where it is not a matter of time.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Facts for programs, by name.</summary>
    public IReadOnlyDictionary<string, object?> Members { get; init; } = new Dictionary<string, object?>();

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "invalid_request", "The request is not valid.", string.Join(" ", errors.Select(error => error.Detail)), errors);

    public static Refusal NotFound(string what) => new(RefusalKind.NotFound, "not_found", "Not found.", what);
}

/// <param name="Pointer">JSON pointer into the body, or the name of a header or query parameter.</param>
public sealed record FieldError(string Pointer, string Code, string Detail);
