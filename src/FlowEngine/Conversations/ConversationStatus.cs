namespace FlowEngine.Conversations;

public enum ConversationStatus
{
    /// <summary>No walk was ever finished or is under way.</summary>
    Open,

    /// <summary>A walk stands at a node.</summary>
    Waiting,

    /// <summary>The walk came to its end.</summary>
    Ended,

    /// <summary>Takes no further message.</summary>
    Closed,
}
