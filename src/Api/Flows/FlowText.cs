using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Flows;

/// <summary>What callers say about a change: a note, a reason.</summary>
internal static class FlowText
{
    public const string Note = "note";
    public const string Override = "override";
    private const int MaxLength = 500;

    /// <summary>Null where the query has none.</summary>
    public static string? Query(HttpRequest request, string name) =>
        request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>What is wrong with it, or null.</summary>
    /// <param name="pointer">The query parameter's name, or a JSON pointer into the body.</param>
    public static FieldError? Fault(string pointer, string? value, int maximum = MaxLength) => value switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(value) => new(pointer, "empty", $"'{pointer.TrimStart('/')}' says nothing: leave it out, or give a reason."),
        { Length: var length } when length > maximum =>
            new(pointer, "too_long", $"'{pointer.TrimStart('/')}' has {length} characters; at most {maximum} are taken."),
        _ when value.Contains('\0') => new(pointer, "nul_character", $"'{pointer.TrimStart('/')}' has a NUL character."),
        _ => null,
    };
}
