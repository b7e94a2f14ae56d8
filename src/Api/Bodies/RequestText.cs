using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Bodies;

/// <summary>Short text that comes with a request, in its query or its body.</summary>
internal static class RequestText
{
    public const int MaxLength = 500;

    /// <summary>Null where the query has none.</summary>
    public static string? Query(HttpRequest request, string name) =>
        request.Query[name].ToString() is { Length: > 0 } value ? UnicodeText.WellFormed(value) : null;

    /// <summary>What is wrong with it, or null.</summary>
    /// <param name="pointer">The query parameter's name, or a JSON pointer into the body.</param>
    /// <param name="maximum">In characters.</param>
    public static FieldError? Fault(string pointer, string? value, int maximum = MaxLength) => value switch
    {
        null => null,
        _ when value.Contains('\0') => new(pointer, "nul_character", $"'{pointer.TrimStart('/')}' has a NUL character."),
        _ when UnicodeText.IsBlank(value) => new(pointer, "empty", $"'{pointer.TrimStart('/')}' is blank: leave it out, or write a text."),
        _ when value.Length > maximum && UnicodeText.Length(value) is var length && length > maximum =>
            new(pointer, "too_long", $"'{pointer.TrimStart('/')}' has {length} characters; at most {maximum} are taken."),
        _ => null,
    };
}
