using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Reporting;

/// <summary>
/// Adds comparisons up one by one. Held are conversations with their sums, the times of turns that were run against themselves, and counts by
/// cause, day and the like; no comparison is.
/// </summary>
public sealed class SummaryBuilder
{
    private const string NoReason = "no reason given";

    private readonly Dictionary<(string Tenant, string Conversation), int> _conversations = [];
    private readonly int[] _results = new int[Enum.GetValues<ComparisonResult>().Length];
    private readonly int[] _severities = new int[Enum.GetValues<Severity>().Length];
    private readonly NameCounter _skipped = new();
    private readonly NameCounter _stages = new();
    private readonly NameCounter _decidedBy = new();
    private readonly Dictionary<(string Candidate, string Mode, string Kind), GroupTally> _groups = [];
    private readonly CauseCounter _causes = new();
    private readonly Dictionary<DateOnly, SummaryDay> _days = [];
    private readonly Dictionary<string, ModeTally> _modes = new(StringComparer.Ordinal);
    private DateTimeOffset? _from;
    private DateTimeOffset? _to;
    private int _turns;
    private int _expiredRules;

    /// <summary>How many are held.</summary>
    public int Conversations => _conversations.Count;

    public void Add(ComparedTurn turn)
    {
        if (!_conversations.TryGetValue((turn.Tenant, turn.Conversation), out var conversation))
        {
            _conversations.Add((turn.Tenant, turn.Conversation), conversation = _conversations.Count);
        }

        _turns++;
        _from = _from is null || turn.At < _from ? turn.At : _from;
        _to = _to is null || turn.At > _to ? turn.At : _to;
        _expiredRules += turn.ExpiredRule ? 1 : 0;
        Count(turn);
        Of(_groups, (turn.Candidate, turn.Mode, turn.Kind)).Add(turn, conversation);
        Of(_modes, turn.Mode).Add(turn);
        if (!TurnFacts.IsBetweenEngines(turn))
        {
            return;
        }

        var day = DateOnly.FromDateTime(turn.At.UtcDateTime);
        _days[day] = _days.GetValueOrDefault(day, new SummaryDay(day, 0, 0, 0, 0)).Plus(turn);
        _causes.Add(turn, conversation);
    }

    public Summary Build(BootstrapOptions options) => new()
    {
        Turns = _turns,
        Conversations = Conversations,
        From = _from,
        To = _to,
        Confidence = options.Confidence,
        Power = options.Power,
        Results = ResultCounts.Of(_results),
        Severities = [.. Enum.GetValues<Severity>().Select(severity => new NamedCount(severity.ToString().ToLowerInvariant(), _severities[(int)severity]))],
        Skipped = _skipped.Counts,
        Stages = _stages.Counts,
        DecidedBy = _decidedBy.Counts,
        Groups = [.. _groups.OrderBy(group => group.Key).Select(group => group.Value.Build(group.Key))],
        Modes = [.. _modes.OrderByDescending(mode => mode.Key, StringComparer.Ordinal).Select(mode => mode.Value.Build(mode.Key, options))],
        Causes = _causes.Counts,
        Days = [.. _days.Values.OrderBy(day => day.Day)],
        PriceFaults = Prices.Errors([.. _modes.Values.Select(mode => mode.Table)]),
        ExpiredRules = _expiredRules,
    };

    private void Count(ComparedTurn turn)
    {
        _results[(int)turn.Result]++;
        _stages.Add(turn.Stage);
        if (TurnFacts.Ran(turn))
        {
            _severities[(int)turn.Severity]++;
        }

        if (turn.Result == ComparisonResult.Skipped)
        {
            _skipped.Add(turn.Skipped ?? NoReason);
        }

        if (turn.DecidedBy is { } step)
        {
            _decidedBy.Add(step);
        }
    }

    private static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key)
        where TKey : notnull
        where TValue : new()
    {
        if (!all.TryGetValue(key, out var one))
        {
            all.Add(key, one = new());
        }

        return one;
    }
}
