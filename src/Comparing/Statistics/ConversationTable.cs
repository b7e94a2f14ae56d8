using System.Collections;

namespace FlowEngine.Comparing.Statistics;

/// <summary>
/// Turns in which both engines ran, added up by conversation as they come. Turns of one conversation that are alike in their
/// <see cref="TurnTraits"/> share a cell; a turn leaves a row of its own only where its times can be compared, since a quantile needs each.
/// </summary>
public sealed class ConversationTable
{
    /// <summary>With more conversations several share a number, always whole ones: groups are as independent as conversations, and drawing them costs no more.</summary>
    private const int MostClusters = 10_000;

    private readonly Dictionary<(string Tenant, string Conversation), int> _conversations = [];
    private readonly Dictionary<TurnTraits, int> _traitNumbers = [];
    private readonly List<TurnTraits> _traits = [];
    private readonly Dictionary<(int Conversation, int Traits), int> _cellNumbers = [];
    private readonly List<Cell> _cells = [];
    private readonly TimedTurns _total = new(TurnTime.Total);
    private readonly TimedTurns _firstToken = new(TurnTime.FirstToken);

    public ConversationTable()
    {
    }

    public ConversationTable(IEnumerable<ComparedTurn> turns)
    {
        foreach (var turn in turns)
        {
            Add(turn);
        }
    }

    public int Conversations => _conversations.Count;

    /// <summary>What is drawn: conversations, or groups of them.</summary>
    public int Clusters => Math.Min(Conversations, MostClusters);

    /// <summary>The turns with these traits, of each kind that occurred.</summary>
    internal IEnumerable<(TurnTraits Traits, int Turns)> Kinds =>
        _cells.GroupBy(cell => cell.Traits, cell => cell.Turns).Select(kind => (_traits[kind.Key], kind.Sum()));

    /// <summary>One in which not both engines ran is left out.</summary>
    public void Add(ComparedTurn turn)
    {
        if (!TurnFacts.Ran(turn))
        {
            return;
        }

        var conversation = Number(_conversations, (turn.Tenant, turn.Conversation));
        var cell = CellOf(conversation, TraitsOf(turn));
        _cells[cell] = _cells[cell].Plus(turn);
        _total.Add(turn, conversation);
        _firstToken.Add(turn, conversation);
    }

    internal TimedTurns Times(TurnTime time) => time == TurnTime.Total ? _total : _firstToken;

    /// <summary>By cluster, the weighted sum over its turns.</summary>
    public double[] Sums(Func<TurnTraits, double> value) => Sums(value, cell => cell.Weight);

    public double[] Sums(Func<TurnTraits, bool> counts) => Sums(turn => counts(turn) ? 1.0 : 0);

    /// <summary>By cluster, what its turns cost of one engine.</summary>
    public double[] Costs(string engine, Func<TurnTraits, bool> meant) =>
        Sums(turn => meant(turn) ? 1.0 : 0, cell => engine == TurnFacts.V1 ? cell.V1Cost : cell.V2Cost);

    /// <summary>By cluster, the sum over its conversations of the mean weight of the turns that are meant: what the conversations themselves count.</summary>
    public double[] Weights(Func<TurnTraits, bool> meant)
    {
        var weights = new double[Clusters];
        foreach (var (conversation, cell) in ByConversation(meant))
        {
            weights[conversation % Clusters] += cell.Weight / cell.Turns;
        }

        return weights;
    }

    /// <summary>What each conversation as a whole cost, weighted, with its own weight and its cluster.</summary>
    internal IEnumerable<(double V1, double V2, double Weight, int Cluster)> CostsByConversation(Func<TurnTraits, bool> meant) =>
        ByConversation(meant).Select(entry => (
            entry.Cell.V1Cost, entry.Cell.V2Cost, entry.Cell.Weight / entry.Cell.Turns, entry.Conversation % Clusters));

    public int Count(Func<TurnTraits, bool> meant)
    {
        var isMeant = _traits.ConvertAll(traits => meant(traits));
        return _cells.Sum(cell => isMeant[cell.Traits] ? cell.Turns : 0);
    }

    public int ConversationsWith(Func<TurnTraits, bool> meant)
    {
        var isMeant = _traits.ConvertAll(traits => meant(traits));
        var has = new BitArray(Conversations);
        var count = 0;
        foreach (var cell in _cells)
        {
            if (isMeant[cell.Traits] && !has[cell.Conversation])
            {
                has[cell.Conversation] = true;
                count++;
            }
        }

        return count;
    }

    private double[] Sums(Func<TurnTraits, double> value, Func<Cell, double> of)
    {
        var values = _traits.ConvertAll(traits => value(traits));
        var sums = new double[Clusters];
        foreach (var cell in _cells)
        {
            if (values[cell.Traits] is not 0 and var factor)
            {
                sums[cell.Conversation % Clusters] += factor * of(cell);
            }
        }

        return sums;
    }

    private IEnumerable<(int Conversation, Cell Cell)> ByConversation(Func<TurnTraits, bool> meant)
    {
        var isMeant = _traits.ConvertAll(traits => meant(traits));
        var together = new Dictionary<int, Cell>();
        foreach (var cell in _cells)
        {
            if (isMeant[cell.Traits])
            {
                together[cell.Conversation] = together.TryGetValue(cell.Conversation, out var before) ? before.Plus(cell) : cell;
            }
        }

        return together.Select(entry => (entry.Key, entry.Value));
    }

    private int TraitsOf(ComparedTurn turn)
    {
        var traits = turn.Traits();
        if (!_traitNumbers.TryGetValue(traits, out var number))
        {
            _traitNumbers.Add(traits, number = _traits.Count);
            _traits.Add(traits);
        }

        return number;
    }

    private int CellOf(int conversation, int traits)
    {
        if (!_cellNumbers.TryGetValue((conversation, traits), out var number))
        {
            _cellNumbers.Add((conversation, traits), number = _cells.Count);
            _cells.Add(new(conversation, traits, 0, 0, 0, 0));
        }

        return number;
    }

    private static int Number<T>(Dictionary<T, int> numbers, T key)
        where T : notnull
    {
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers.Add(key, number = numbers.Count);
        }

        return number;
    }

    /// <param name="Turns">How many, unweighted; all else is weighted.</param>
    private readonly record struct Cell(int Conversation, int Traits, int Turns, double Weight, double V1Cost, double V2Cost)
    {
        public Cell Plus(ComparedTurn turn) => this with
        {
            Turns = Turns + 1,
            Weight = Weight + turn.Weight,
            V1Cost = V1Cost + (turn.Weight * TurnFacts.Cost(turn, TurnFacts.V1)),
            V2Cost = V2Cost + (turn.Weight * TurnFacts.Cost(turn, TurnFacts.V2)),
        };

        public Cell Plus(Cell other) => this with
        {
            Turns = Turns + other.Turns,
            Weight = Weight + other.Weight,
            V1Cost = V1Cost + other.V1Cost,
            V2Cost = V2Cost + other.V2Cost,
        };
    }
}
