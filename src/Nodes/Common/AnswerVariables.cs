namespace FlowEngine.Nodes.Common;

/// <summary>Walk variables of <c>ai_response</c>.</summary>
internal static class AnswerVariables
{
    public const string Answer = "answer";

    /// <summary>Id of the message that is the answer; a later node may replace that message.</summary>
    public const string MessageId = "answer_message_id";

    /// <summary>Ids of the products that the answer names.</summary>
    public const string Products = "answer_products";

    /// <summary>Why the answer is not whole: <c>length</c>, <c>content_filter</c>, <c>refusal</c> or <c>aborted</c>; null where it is.</summary>
    public const string Cut = "answer_cut";

    /// <summary>Where tools are offered: the names of those that ran, in order, as text, which traces show.</summary>
    public const string Tools = "answer_tools";

    /// <summary>Where tools are offered: the calls that were refused, with why.</summary>
    public const string RefusedTools = "answer_tools_refused";
}
