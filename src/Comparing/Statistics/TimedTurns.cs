namespace FlowEngine.Comparing.Statistics;

/// <summary>The times that can be compared, turn by turn: of turns whose control was run again.</summary>
internal sealed class TimedTurns(TurnTime time)
{
    private readonly List<(double V1, double V2, double Weight, int Conversation)> _pairs = [];
    private readonly List<(double Value, double Weight, int Conversation)> _conditions = [];

    /// <summary>Turns that both engines answered and the candidate's time of which is known, their control run again or not.</summary>
    public int Measured { get; private set; }

    public int Pairs => _pairs.Count;

    public int Conversations => _pairs.Select(pair => pair.Conversation).Distinct().Count();

    /// <summary>Turns that were run against themselves.</summary>
    public int Conditions => _conditions.Count;

    public int ConversationsOfConditions => _conditions.Select(turn => turn.Conversation).Distinct().Count();

    public void Add(ComparedTurn turn, int conversation)
    {
        if (TurnTimes.IsMeasured(turn, time))
        {
            Measured++;
        }

        if (TurnTimes.Of(turn, time) is var (v1, v2))
        {
            _pairs.Add((v1, v2, turn.AgainWeight, conversation));
        }

        if (TurnTimes.OfConditions(turn, time) is { } conditions)
        {
            _conditions.Add((conditions, turn.Weight, conversation));
        }
    }

    public SortedTurns Sorted(string engine, int clusters) =>
        new(_pairs.ConvertAll(pair => (engine == TurnFacts.V1 ? pair.V1 : pair.V2, pair.Weight, pair.Conversation % clusters)), clusters);

    public SortedTurns Differences(int clusters) =>
        new(_pairs.ConvertAll(pair => (pair.V2 - pair.V1, pair.Weight, pair.Conversation % clusters)), clusters);

    public SortedTurns OfConditions(int clusters) =>
        new(_conditions.ConvertAll(turn => (turn.Value, turn.Weight, turn.Conversation % clusters)), clusters);
}
