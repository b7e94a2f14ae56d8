namespace FlowEngine.Comparing.Gates;

/// <summary>Criteria are named as the gate file's fields.</summary>
public static class CriterionNames
{
    public const string ExcessMismatch = "maxExcessMismatch";
    public const string Blocking = "maxBlocking";
    public const string BlockingCount = "maxBlockingCount";
    public const string ErrorRateDifference = "maxErrorRateDifference";
    public const string P95Ratio = "maxP95Ratio";
    public const string FirstTokenP95Ratio = "maxFirstTokenP95Ratio";
    public const string CostPerConversationRatio = "maxCostPerConversationRatio";
    public const string Abandoned = "maxAbandoned";
    public const string FallbackRate = "maxFallbackRate";

    /// <summary>In no file: always asked.</summary>
    public const string ExpiredIgnoreRules = "expiredIgnoreRules";
}
