using System.Text.Json;

namespace FlowEngine.Integrations.Wire;

/// <summary>Finds the errors that services write into answers. Of what they say only the kind is used.</summary>
internal static class ReportedErrors
{
    private const int Unknown = 500;

    /// <exception cref="ReportedErrorException">The event reports an error.</exception>
    public static void Check(JsonElement root, string? eventName)
    {
        if (StatusOf(root, eventName) is { } status)
        {
            throw new ReportedErrorException(status);
        }
    }

    private static int? StatusOf(JsonElement root, string? eventName)
    {
        var error = root.Member("error");
        if (error is { } reported && !IsNothing(reported))
        {
            return Status(error) ?? Status(root) ?? Unknown;
        }

        if (eventName is "error" || root.Member("object").Word() is "error" || root.Member("type").Word() is "error")
        {
            return Status(root) ?? Unknown;
        }

        var isAnswer = root.Member("choices", "delta", "content_block", "usage", "type") is not null
            || root.Member("message") is { ValueKind: JsonValueKind.Object };
        if (isAnswer)
        {
            return null;
        }

        return root.Member("base_resp").Member("status_code").Count() is > 0 ? Unknown
            : root.Member("detail", "errors", "error_msg", "err_msg") is not null ? Status(root) ?? Unknown
            : root.Member("message", "msg") is not null && Status(root) is { } status ? status
            : null;
    }

    private static bool IsNothing(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.False => true,
        JsonValueKind.Number => ((JsonElement?)error).Count() == 0,
        JsonValueKind.String => error.ValueEquals(""),
        JsonValueKind.Object => !error.EnumerateObject().Any(),
        JsonValueKind.Array => error.GetArrayLength() == 0,
        _ => false,
    };

    private static int? Status(JsonElement? error)
    {
        foreach (var name in (ReadOnlySpan<string>)["status", "status_code", "code", "http_status", "type"])
        {
            if (error.Member(name) is { } member && OfWord(member) is { } status)
            {
                return status;
            }
        }

        return null;
    }

    private static int? OfWord(JsonElement member)
    {
        if (((JsonElement?)member).Count() is { } number)
        {
            return number is >= 400 and < 600 ? number : null;
        }

        var word = ((JsonElement?)member).Word();
        return word is null ? null
            : Says(word, "rate", "quota", "exhausted", "too_many", "throttl") ? 429
            : Says(word, "auth", "api_key", "permission", "forbidden") ? 401
            : Says(word, "timeout", "timed_out", "deadline") ? 408
            : Says(word, "overloaded", "unavailable", "internal", "server", "api_error", "network") ? 503
            : Says(word, "invalid", "bad_request", "not_found", "unsupported") ? 400
            : null;
    }

    private static bool Says(string word, params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (word.Contains(kind, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
