namespace FlowEngine.Comparing.Gates;

public enum WatchAction
{
    /// <summary>Nothing speaks against the stage.</summary>
    Keep,

    /// <summary>Go no further until it is clear.</summary>
    Hold,

    /// <summary>Go one stage back.</summary>
    StepBack,
}
