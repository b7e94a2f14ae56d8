using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Gates;

/// <summary>Shares of turns that are not comparisons, or not finished ones, as the same kind of figure.</summary>
internal static class FallbackMeasure
{
    public static Measured OfAnswered(IReadOnlyList<AnsweredTurn> answered, BootstrapOptions options) =>
        Share(answered.Select(turn => Flagged(turn.Id, turn.Tenant, turn.Conversation, turn.At, turn.IsFallback)), options);

    /// <summary>Given up, of those that were to run.</summary>
    public static Measured OfAbandoned(IEnumerable<ComparedTurn> turns, BootstrapOptions options) =>
        Share(turns
            .Where(turn => turn.Result is not (ComparisonResult.Skipped or ComparisonResult.Pending))
            .Select(turn => Flagged(turn.Id, turn.Tenant, turn.Conversation, turn.At, turn.Result == ComparisonResult.Abandoned)), options);

    private static Measured Share(IEnumerable<ComparedTurn> flagged, BootstrapOptions options)
    {
        var table = new ConversationTable(flagged);
        return Measured.All(table, [RateMeasures.Rate(table, TurnFacts.Differs, _ => true)], options)[0];
    }

    private static ComparedTurn Flagged(string id, string tenant, string conversation, DateTimeOffset at, bool flag) => new()
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
