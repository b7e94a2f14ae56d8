using System.Diagnostics;

namespace FlowEngine.Conversations;

/// <summary>The spans of a turn. They carry names, numbers and codes, never what was said nor who said it.</summary>
public static class EngineSpans
{
    public const string SourceName = "FlowEngine";

    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>One call of one model, by the conventions for generative AI; null where nobody listens.</summary>
    public static Activity? ModelCall(ConfiguredModel model)
    {
        if (!Source.HasListeners() || Source.StartActivity($"chat {model.ModelName}", ActivityKind.Client) is not { } span)
        {
            return null;
        }

        return span
            .SetTag("gen_ai.operation.name", "chat")
            .SetTag("gen_ai.provider.name", model.Provider)
            .SetTag("gen_ai.system", model.Provider)
            .SetTag("gen_ai.request.model", model.ModelName);
    }

    public static void Answered(this Activity span, ModelReply reply)
    {
        if (reply.FailureCode is null)
        {
            span.SetTag("gen_ai.response.finish_reasons", new[] { reply.Usage.Cut ?? (reply.Calls.Count > 0 ? "tool_calls" : "stop") });
        }

        span.SetTag("gen_ai.usage.input_tokens", reply.Usage.InputTokens).SetTag("gen_ai.usage.output_tokens", reply.Usage.OutputTokens);
        Failed(span, reply.FailureCode);
    }

    /// <summary>One call to the outside, redirects included, without the path, which may hold personal data; null where nobody listens.</summary>
    public static Activity? OutgoingCall(OutgoingCall call)
    {
        if (!Source.HasListeners() || Source.StartActivity(call.Method, ActivityKind.Client) is not { } span)
        {
            return null;
        }

        span.SetTag("http.request.method", call.Method);
        return Uri.TryCreate(call.Url, UriKind.Absolute, out var url)
            ? span.SetTag("server.address", url.Host).SetTag("server.port", url.Port)
            : span;
    }

    public static void Answered(this Activity span, OutgoingAnswer answer)
    {
        if (answer.FailureCode is null)
        {
            span.SetTag("http.response.status_code", answer.Status);
        }

        Failed(span, answer.FailureCode ?? (answer.IsSuccess ? null : FailureCodes.OutgoingStatus));
    }

    private static void Failed(Activity span, string? code)
    {
        if (code is not null)
        {
            span.SetTag("error.type", code).SetStatus(ActivityStatusCode.Error);
        }
    }
}
