using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Gates;

/// <summary>Shares of turns that are not comparisons, or not finished ones, as the same kind of figure.</summary>
internal static class FallbackMeasure
{
    public static Measured Of(ConversationTable flagged, string none, BootstrapOptions options) =>
        Measured.All(flagged, [RateMeasures.Rate(flagged, TurnFacts.Differs, _ => true, none)], options)[0];

    /// <summary>A turn that counts where it has the flag.</summary>
    public static ComparedTurn Flagged(string id, string tenant, string conversation, DateTimeOffset at, bool flag) => new()
    {
        Id = id,
        Tenant = tenant,
        Conversation = conversation,
        Seq = 1,
        Kind = "",
        Mode = "",
        Stage = "",
        AnsweredBy = TurnFacts.V2,
        Candidate = "",
        ControlMs = 0,
        At = at,
        Result = flag ? ComparisonResult.Mismatched : ComparisonResult.Matched,
    };
}
