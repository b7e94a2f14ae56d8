namespace FlowEngine.Api.Stages;

/// <summary>How far a tenant has moved from V1 to V2.</summary>
public enum Stage
{
    /// <summary>V1 answers.</summary>
    Off,

    /// <summary>V2 answers; its failures give the flow's fallback text.</summary>
    Complete,
}
