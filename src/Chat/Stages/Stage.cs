namespace FlowEngine.Chat.Stages;

/// <summary>How far a tenant has moved from V1 to V2, in order.</summary>
public enum Stage
{
    /// <summary>V1 answers.</summary>
    Off,

    /// <summary>V1 answers; V2 is compared with it.</summary>
    Shadow,

    /// <summary>V2 answers, V1 where V2 fails; V1 is compared with it.</summary>
    Live,

    /// <summary>V2 answers, V1 where V2 fails.</summary>
    Rampdown,

    /// <summary>V2 answers; its failures give the flow's fallback text.</summary>
    Complete,
}
