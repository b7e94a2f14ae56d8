using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Reporting;

/// <summary>How often each name came.</summary>
internal sealed class NameCounter
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<NamedCount> Counts =>
    [
        .. _counts
            .Select(named => new NamedCount(named.Key, named.Value))
            .OrderByDescending(named => named.Count)
            .ThenBy(named => named.Name, StringComparer.Ordinal),
    ];

    public void Add(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}

internal sealed class GroupTally
{
    private readonly HashSet<int> _conversations = [];
    private readonly int[] _results = new int[Enum.GetValues<ComparisonResult>().Length];

    public void Add(ComparedTurn turn, int conversation)
    {
        _conversations.Add(conversation);
        _results[(int)turn.Result]++;
    }

    public SummaryGroup Build((string Candidate, string Mode, string Kind) of) => new(
        of.Candidate, of.Mode, of.Kind, _results.Sum(), _conversations.Count, [.. ResultCounts.Of(_results).Where(result => result.Count > 0)]);
}

internal sealed class CauseTally
{
    private readonly HashSet<int> _conversations = [];
    private int _turns;
    private (Severity Severity, DateTimeOffset At, string Id)? _example;

    public void Add(ComparedTurn turn, int conversation)
    {
        _conversations.Add(conversation);
        _turns++;
        if (_example is not { } known || Comes((turn.Severity, turn.At, turn.Id), known))
        {
            _example = (turn.Severity, turn.At, turn.Id);
        }
    }

    public CauseCount Build(string cluster) => new(cluster, _turns, _conversations.Count, _example!.Value.Severity, _example.Value.Id)
    {
        Title = CauseTexts.Of(cluster),
    };

    /// <summary>The worst one's, the newest of several.</summary>
    private static bool Comes((Severity Severity, DateTimeOffset At, string Id) one, (Severity Severity, DateTimeOffset At, string Id) other) =>
        one.Severity != other.Severity ? one.Severity > other.Severity
        : one.At != other.At ? one.At > other.At
        : string.CompareOrdinal(one.Id, other.Id) < 0;
}

/// <summary>The comparisons of one mode, with the engines that were run against themselves.</summary>
internal sealed class ModeTally
{
    private readonly SortedSet<string> _floors = new(StringComparer.Ordinal);

    public ConversationTable Table { get; } = new();

    public void Add(ComparedTurn turn)
    {
        Table.Add(turn);
        if (TurnFacts.IsFloor(turn))
        {
            _floors.Add(turn.AnsweredBy);
        }
    }

    public ModeFigures Build(string mode, BootstrapOptions options) =>
        ModeSheet.Of(mode, Table, _floors.Count == 0 ? null : string.Join(" and ", _floors), options);
}
