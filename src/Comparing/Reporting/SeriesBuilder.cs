using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Adds comparisons of one mode up by day or hour, each with its rate and floor. Pure: the same turns give the same points.</summary>
/// <param name="step">A day or an hour.</param>
public sealed class SeriesBuilder(TimeSpan step)
{
    /// <summary>More points than this are not looked at one by one.</summary>
    public const int MostPoints = 400;

    /// <summary>Enough for the intervals of a drawing; a gate takes more.</summary>
    private static readonly BootstrapOptions s_options = new(Resamples: 500);

    private readonly SortedDictionary<DateTimeOffset, ConversationTable> _points = [];
    private readonly HashSet<(string Tenant, string Conversation)> _conversations = [];

    /// <summary>How many are held.</summary>
    public int Conversations => _conversations.Count;

    public void Add(ComparedTurn turn)
    {
        var at = new DateTimeOffset(turn.At.UtcTicks - (turn.At.UtcTicks % step.Ticks), TimeSpan.Zero);
        if (!_points.TryGetValue(at, out var point))
        {
            _points.Add(at, point = new());
        }

        // Times are in no point, and are kept one by one.
        point.Add(turn with { CandidateMs = null, CandidateFirstMs = null, AgainMs = null, AgainFirstMs = null });
        _conversations.Add((turn.Tenant, turn.Conversation));
    }

    /// <summary>In their order; one without comparisons is left out.</summary>
    public IReadOnlyList<SeriesPoint> Build() => [.. _points.Select(point => Point(point.Key, point.Value))];

    private static SeriesPoint Point(DateTimeOffset at, ConversationTable table)
    {
        var figures = Measured.All(table, [RateMeasures.Mismatch(table), RateMeasures.Floor(table)], s_options);
        return new(
            at,
            table.Count(TurnFacts.IsBetweenEngines),
            table.ConversationsWith(TurnFacts.IsBetweenEngines),
            table.Count(turn => TurnFacts.IsBetweenEngines(turn) && TurnFacts.Differs(turn)),
            figures[0].Estimate(s_options),
            figures[1].Estimate(s_options));
    }
}
