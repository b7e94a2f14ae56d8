using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Makes the summary of compared turns. Pure: the same turns in the same order, options and seed give the same summary.</summary>
public static class Summarizer
{
    private const string NoReason = "no reason given";

    public static Summary Of(IEnumerable<ComparedTurn> source, BootstrapOptions? options = null)
    {
        options ??= new();
        var turns = source.ToArray();
        return new()
        {
            Turns = turns.Length,
            Conversations = Conversations(turns),
            From = turns.Length == 0 ? null : turns.Min(turn => turn.At),
            To = turns.Length == 0 ? null : turns.Max(turn => turn.At),
            Confidence = options.Confidence,
            Power = options.Power,
            Results = Results(turns),
            Severities = [.. Enum.GetValues<Severity>().Select(severity =>
                new NamedCount(severity.ToString().ToLowerInvariant(), turns.Count(turn => TurnFacts.Ran(turn) && turn.Severity == severity)))],
            Skipped = Counts(turns.Where(turn => turn.Result == ComparisonResult.Skipped), turn => turn.Skipped ?? NoReason),
            Stages = Counts(turns, turn => turn.Stage),
            DecidedBy = Counts(turns.Where(turn => turn.DecidedBy is not null), turn => turn.DecidedBy!),
            Groups = Groups(turns),
            Modes = Modes(turns, options),
            Causes = Causes(turns),
            Days = Days(turns),
            PriceFaults = Prices.Errors(turns),
            ExpiredRules = turns.Count(turn => turn.ExpiredRule),
        };
    }

    private static ModeFigures[] Modes(ComparedTurn[] turns, BootstrapOptions options) =>
        [.. turns
            .GroupBy(turn => turn.Mode, StringComparer.Ordinal)
            .OrderByDescending(mode => mode.Key, StringComparer.Ordinal)
            .Select(mode => ModeSheet.Of(mode.Key, [.. mode], options))];

    private static SummaryGroup[] Groups(ComparedTurn[] turns) =>
        [.. turns
            .GroupBy(turn => (turn.Candidate, turn.Mode, turn.Kind))
            .OrderBy(group => group.Key)
            .Select(group => new SummaryGroup(
                group.Key.Candidate, group.Key.Mode, group.Key.Kind, group.Count(), Conversations(group), [.. Results([.. group]).Where(result => result.Count > 0)]))];

    private static CauseCount[] Causes(ComparedTurn[] turns) =>
        [.. turns
            .Where(turn => TurnFacts.IsBetweenEngines(turn) && TurnFacts.Differs(turn) && turn.Cluster is not null)
            .GroupBy(turn => turn.Cluster!, StringComparer.Ordinal)
            .Select(cause => (cause, Example: cause.OrderByDescending(turn => turn.Severity).ThenByDescending(turn => turn.At).ThenBy(turn => turn.Id, StringComparer.Ordinal).First()))
            .Select(found => new CauseCount(found.cause.Key, found.cause.Count(), Conversations(found.cause), found.Example.Severity, found.Example.Id))
            .OrderByDescending(cause => cause.Turns)
            .ThenByDescending(cause => cause.Severity)
            .ThenBy(cause => cause.Cluster, StringComparer.Ordinal)];

    private static SummaryDay[] Days(ComparedTurn[] turns) =>
        [.. turns
            .Where(TurnFacts.IsBetweenEngines)
            .GroupBy(turn => DateOnly.FromDateTime(turn.At.UtcDateTime))
            .OrderBy(day => day.Key)
            .Select(day => new SummaryDay(
                day.Key,
                day.Count(turn => TurnFacts.IsDecided(turn) && !TurnFacts.Differs(turn)),
                day.Count(TurnFacts.Differs),
                day.Count(turn => TurnFacts.Ran(turn) && !TurnFacts.IsDecided(turn)),
                day.Count(turn => !TurnFacts.Ran(turn))))];

    private static NamedCount[] Results(ComparedTurn[] turns) =>
        [.. Enum.GetValues<ComparisonResult>().Select(result => new NamedCount(ComparisonResultText.Of(result), turns.Count(turn => turn.Result == result)))];

    private static NamedCount[] Counts(IEnumerable<ComparedTurn> turns, Func<ComparedTurn, string> name) =>
        [.. turns
            .GroupBy(name, StringComparer.Ordinal)
            .Select(named => new NamedCount(named.Key, named.Count()))
            .OrderByDescending(named => named.Count)
            .ThenBy(named => named.Name, StringComparer.Ordinal)];

    private static int Conversations(IEnumerable<ComparedTurn> turns) => turns.Select(turn => (turn.Tenant, turn.Conversation)).Distinct().Count();
}
