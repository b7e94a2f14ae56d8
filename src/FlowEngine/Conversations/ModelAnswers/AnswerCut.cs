using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>Why an answer is not whole.</summary>
public static class AnswerCut
{
    /// <summary>It reached the limit of tokens.</summary>
    public const string Length = "length";

    /// <summary>The service's filter stopped it.</summary>
    public const string ContentFilter = "content_filter";

    /// <summary>The model refused to answer; what it says is why.</summary>
    public const string Refusal = "refusal";

    /// <summary>The service was interrupted.</summary>
    public const string Aborted = "aborted";

    /// <returns>Null where the answer is whole.</returns>
    internal static string? Of(ChatFinishReason? ending) => ending?.Value switch
    {
        Length => Length,
        ContentFilter => ContentFilter,
        Refusal => Refusal,
        Aborted => Aborted,
        _ => null,
    };
}
