using FlowEngine.Conversations.ModelAnswers;

namespace FlowEngine.Integrations.Wire;

/// <summary>Why an answer ended, in the words that all services share.</summary>
internal static class AnswerEnding
{
    public const string Stop = "stop";
    public const string Length = AnswerCut.Length;
    public const string ContentFilter = AnswerCut.ContentFilter;
    public const string Refusal = AnswerCut.Refusal;
    public const string ToolCalls = "tool_calls";

    /// <summary>The service was interrupted, and says so.</summary>
    public const string Aborted = AnswerCut.Aborted;

    /// <param name="reason">As the service wrote it: one that nobody knows is an end like any other.</param>
    /// <exception cref="ReportedErrorException">The service says that it failed.</exception>
    public static string Of(string reason) => reason.ToLowerInvariant() switch
    {
        "length" or "max_tokens" or "max_output_tokens" or "max_new_tokens" or "max_length" or "model_length" or "token_limit"
            or "model_context_window_exceeded" or "context_length" => Length,
        "content_filter" or "contentfilter" or "content_filtered" or "content-filter" or "safety" or "recitation" or "blocklist"
            or "prohibited_content" or "spii" or "image_safety" or "sensitive" or "moderation" or "guardrail_intervened" => ContentFilter,
        "refusal" or "refused" => Refusal,
        "tool_calls" or "tool_call" or "tool_use" or "function_call" => ToolCalls,
        "abort" or "aborted" or "cancelled" or "canceled" or "interrupted" or "timeout" or "insufficient_system_resource" => Aborted,
        "error" or "failed" or "network_error" or "malformed_response" => throw new ReportedErrorException(503),
        _ => Stop,
    };
}
