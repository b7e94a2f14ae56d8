namespace FlowEngine.Chat.Turns;

public enum CommitResult
{
    Saved,

    /// <summary>Another turn was saved in between: nothing was written.</summary>
    Conflict,
}
