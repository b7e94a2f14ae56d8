using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Replies;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>The closed set of what a message comes to.</summary>
public abstract record TurnEnd
{
    private TurnEnd()
    {
    }

    /// <summary>The turn is stored.</summary>
    /// <param name="ReplyJson">The reply as it is stored.</param>
    public sealed record Answered(ChatReply Reply, string ReplyJson, TurnOutcome Outcome) : TurnEnd;

    /// <summary>The same request was answered before.</summary>
    /// <param name="ReplyJson">The reply as it was stored then.</param>
    public sealed record Repeated(string ReplyJson) : TurnEnd;

    /// <summary>Nothing is stored of it.</summary>
    public sealed record Refused(Refusal Refusal) : TurnEnd;
}
