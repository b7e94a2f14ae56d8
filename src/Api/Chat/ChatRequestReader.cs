using System.Text;
using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Api.Chat;

/// <summary>Reads the body of a chat request by hand, so that every fault of every field has a name.</summary>
public static class ChatRequestReader
{
    public const int MaxBytes = 128 * 1024;

    private static readonly HashSet<string> s_members =
        ["content", "conversationId", "sessionId", "userId", "flow", "language", "metadata"];

    public static (ChatRequest? Request, ApiProblem? Problem) Read(ReadOnlyMemory<byte> body)
    {
        var (json, problem) = JsonBody.Parse(body);
        return json is { } read ? Read(read) : (null, problem);
    }

    private static (ChatRequest? Request, ApiProblem? Problem) Read(JsonElement body)
    {
        var errors = new List<FieldError>();
        new BodyMembers(body, errors).Known(s_members);
        var content = Text(body, "content", ChatRequest.MaxContent, errors);
        if (content is null && !errors.Any(error => error.Pointer == "/content"))
        {
            errors.Add(new("/content", "missing", "'content' is missing: the user's message."));
        }
        else if (content is not null && UnicodeText.IsBlank(content))
        {
            errors.Add(new("/content", "empty", "'content' must not be empty."));
        }

        var request = new ChatRequest
        {
            Content = content ?? "",
            ConversationId = Id(body, errors),
            SessionId = Text(body, "sessionId", ChatRequest.MaxId, errors),
            UserId = Text(body, "userId", ChatRequest.MaxId, errors),
            Flow = Text(body, "flow", ChatRequest.MaxFlowName, errors),
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
        if (text.Length > maximum && UnicodeText.Length(text) is var length && length > maximum)
        {
            errors.Add(new($"/{name}", "too_long", $"'{name}' has {length} characters; at most {maximum} are taken."));
            return null;
        }

        if (text.Length == 0 && name != "content")
        {
            errors.Add(new($"/{name}", "empty", $"'{name}' must not be empty: leave it out."));
            return null;
        }

        return text;
    }

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

        errors.Add(new("/conversationId", "not_an_id", "'conversationId' is not a valid conversation id."));
        return null;
    }

    private static string? Language(JsonElement body, List<FieldError> errors)
    {
        var tag = Text(body, "language", ChatRequest.MaxId, errors);
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
            var pointer = $"/metadata/{BodyMembers.Escaped(member.Name)}";
            if (member.Value.ValueKind != JsonValueKind.String)
            {
                errors.Add(new(pointer, "wrong_type", $"'metadata.{member.Name}' must be text."));
            }
            else
            {
                metadata[member.Name] = member.Value.GetString()!;
            }
        }

        if (Encoding.UTF8.GetByteCount(value.GetRawText()) > ChatRequest.MaxMetadataBytes)
        {
            errors.Add(new("/metadata", "too_long", $"'metadata' takes more than {ChatRequest.MaxMetadataBytes} bytes."));
        }

        return metadata;
    }
}
