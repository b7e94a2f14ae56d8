using System.Text;
using System.Text.Json;
using FlowEngine.Api.Problems;
using FlowEngine.Text;

namespace FlowEngine.Api.Chat;

/// <summary>Reads the body of a chat request by hand, so that every fault of every field has a name.</summary>
public static class ChatRequestReader
{
    public const int MaxBytes = 128 * 1024;
    public const int MaxContent = 10_000;
    public const int MaxId = 64;
    public const int MaxFlowName = 100;
    public const int MaxMetadataBytes = 4096;

    private static readonly HashSet<string> s_members =
        ["content", "conversationId", "sessionId", "userId", "flow", "language", "metadata"];

    public static (ChatRequest? Request, ApiProblem? Problem) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement)
                : (null, ApiProblems.NotJson("A JSON object is expected."));
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? $" (line {line + 1}, byte {fault.BytePositionInLine + 1})" : "";
            return (null, ApiProblems.NotJson($"It cannot be parsed{place}."));
        }
        catch (InvalidOperationException)
        {
            return (null, ApiProblems.NotJson("A text in it is no valid Unicode."));
        }
    }

    private static (ChatRequest? Request, ApiProblem? Problem) Read(JsonElement body)
    {
        var errors = new List<FieldError>();
        foreach (var member in body.EnumerateObject().Where(member => !s_members.Contains(member.Name)))
        {
            errors.Add(new(Pointer(member.Name), "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", s_members)}."));
        }

        var content = Text(body, "content", MaxContent, errors);
        if (content is null && !errors.Any(error => error.Pointer == "/content"))
        {
            errors.Add(new("/content", "missing", "'content' is missing: the user's message."));
        }
        else if (content is not null && string.IsNullOrWhiteSpace(content))
        {
            errors.Add(new("/content", "empty", "'content' must not be empty."));
        }

        var request = new ChatRequest
        {
            Content = content ?? "",
            ConversationId = Id(body, errors),
            SessionId = Text(body, "sessionId", MaxId, errors),
            UserId = Text(body, "userId", MaxId, errors),
            Flow = Text(body, "flow", MaxFlowName, errors),
            Language = Language(body, errors),
            Metadata = Metadata(body, errors),
        };
        return errors.Count == 0 ? (request, null) : (null, ApiProblems.InvalidRequest(errors));
    }

    private static string? Text(JsonElement body, string name, int maximum, List<FieldError> errors)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            errors.Add(new($"/{name}", "wrong_type", $"'{name}' must be text."));
            return null;
        }

        var text = value.GetString()!;
        if (text.Length > maximum)
        {
            errors.Add(new($"/{name}", "too_long", $"'{name}' has {text.Length} characters; at most {maximum} are taken."));
            return null;
        }

        if (text.Contains('\0'))
        {
            errors.Add(new($"/{name}", "nul_character", $"'{name}' has a NUL character."));
            return null;
        }

        if (text.Length == 0 && name != "content")
        {
            errors.Add(new($"/{name}", "empty", $"'{name}' must not be empty: leave it out."));
            return null;
        }

        return text;
    }

    private static string Pointer(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static Guid? Id(JsonElement body, List<FieldError> errors)
    {
        var text = Text(body, "conversationId", 100, errors);
        if (text is null)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        errors.Add(new("/conversationId", "not_an_id", "'conversationId' is no id that this service gives."));
        return null;
    }

    private static string? Language(JsonElement body, List<FieldError> errors)
    {
        var tag = Text(body, "language", MaxId, errors);
        if (tag is null)
        {
            return null;
        }

        if (LanguageTag.Read(tag) is { } language)
        {
            return language;
        }

        errors.Add(new("/language", "not_a_language", $"'{tag}' is not a language. Send an ISO 639-1 code such as \"en\", or a tag such as \"tr-TR\"."));
        return null;
    }

    private static Dictionary<string, string> Metadata(JsonElement body, List<FieldError> errors)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!body.TryGetProperty("metadata", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return metadata;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(new("/metadata", "wrong_type", "'metadata' must be an object of texts."));
            return metadata;
        }

        foreach (var member in value.EnumerateObject())
        {
            var pointer = "/metadata" + Pointer(member.Name);
            if (member.Value.ValueKind != JsonValueKind.String)
            {
                errors.Add(new(pointer, "wrong_type", $"'metadata.{member.Name}' must be text."));
            }
            else if (member.Name.Contains('\0') || member.Value.GetString()!.Contains('\0'))
            {
                errors.Add(new(pointer, "nul_character", $"'metadata.{member.Name}' has a NUL character."));
            }
            else
            {
                metadata[member.Name] = member.Value.GetString()!;
            }
        }

        if (Encoding.UTF8.GetByteCount(value.GetRawText()) > MaxMetadataBytes)
        {
            errors.Add(new("/metadata", "too_long", $"'metadata' takes more than {MaxMetadataBytes} bytes."));
        }

        return metadata;
    }
}
