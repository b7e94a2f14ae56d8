namespace FlowEngine.Nodes.Common;

/// <summary>Walk variables of <c>ai_response</c>.</summary>
internal static class AnswerVariables
{
    public const string Answer = "answer";

    /// <summary>Id of the message that is the answer; a later node may replace that message.</summary>
    public const string MessageId = "answer_message_id";

    /// <summary>Ids of the products that the answer names.</summary>
    public const string Products = "answer_products";

    /// <summary>Where tools are offered: those that the model called, in order; those that could not be run as <c>NAME:WHY</c>.</summary>
    public const string Tools = "answer_tools";
}
