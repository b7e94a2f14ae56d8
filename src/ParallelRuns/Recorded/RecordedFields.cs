using System.Text;
using System.Text.Json;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>Members of a recorded conversation, with the limits that chat requests have. What they refuse they throw as <see cref="FormatException"/>.</summary>
internal static class RecordedFields
{
    public const int MaxId = 100;

    public static bool Has(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public static JsonElement Member(JsonElement from, string name, string at) =>
        Has(from, name) ? from.GetProperty(name) : throw new FormatException($"'{at}.{name}' is missing.");

    /// <summary>A number is taken as it is written.</summary>
    public static string Id(JsonElement line) =>
        Has(line, "id") && line.GetProperty("id") is { ValueKind: JsonValueKind.Number } number
            ? number.GetRawText()
            : Text(line, "id", MaxId) ?? throw new FormatException("'id' is missing.");

    public static string? Text(JsonElement from, string name, int most)
    {
        if (!Has(from, name))
        {
            return null;
        }

        var text = Text(from.GetProperty(name), name);
        return text.Length > 0 && text.Length <= most ? text : throw new FormatException($"'{name}' takes 1 to {most} characters.");
    }

    public static string? Language(JsonElement line) =>
        Text(line, "language", MaxId) is not { } tag ? null
        : LanguageTag.Read(tag) ?? throw new FormatException($"'{tag}' is not a language. Write an ISO 639-1 code such as \"en\", or a tag such as \"tr-TR\".");

    public static MessageRole Role(JsonElement message, string at) => Text(Member(message, "role", at), $"{at}.role") switch
    {
        "user" => MessageRole.User,
        "assistant" => MessageRole.Assistant,
        _ => throw new FormatException($"'{at}.role' must be 'user' or 'assistant'."),
    };

    public static string Said(JsonElement value, string at, MessageRole role)
    {
        var text = Text(value, at);
        return role != MessageRole.User || (!UnicodeText.IsBlank(text) && UnicodeText.Length(text) <= ChatRequest.MaxContent)
            ? text
            : throw new FormatException($"'{at}' takes 1 to {ChatRequest.MaxContent} characters, not all of them white space.");
    }

    public static IReadOnlyDictionary<string, string> Metadata(JsonElement line)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Has(line, "metadata"))
        {
            return metadata;
        }

        var given = line.GetProperty("metadata");
        if (given.ValueKind != JsonValueKind.Object || Encoding.UTF8.GetByteCount(given.GetRawText()) > ChatRequest.MaxMetadataBytes)
        {
            throw new FormatException($"'metadata' must be an object of texts, at most {ChatRequest.MaxMetadataBytes} bytes.");
        }

        foreach (var member in given.EnumerateObject())
        {
            metadata[member.Name] = Text(member.Value, $"metadata.{member.Name}");
        }

        return metadata;
    }

    private static string Text(JsonElement value, string at) =>
        value.ValueKind != JsonValueKind.String ? throw new FormatException($"'{at}' must be a text.")
        : value.GetString() is { } text && !text.Contains('\0') ? text
        : throw new FormatException($"'{at}' contains a NUL character.");
}
