namespace FlowEngine.Chat.Refusals;

/// <summary>What a refusal has to do with.</summary>
public enum RefusalKind
{
    /// <summary>The request itself.</summary>
    Invalid,

    /// <summary>There is no such thing, or not for this caller.</summary>
    NotFound,

    /// <summary>The state that things are in.</summary>
    Conflict,

    /// <summary>Somebody else changed it since it was read.</summary>
    Changed,

    /// <summary>A limit that is used up.</summary>
    LimitReached,

    /// <summary>The service cannot do it now.</summary>
    Unavailable,
}
