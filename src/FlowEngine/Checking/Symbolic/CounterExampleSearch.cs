using FlowEngine.Checking.ControlFlow;

namespace FlowEngine.Checking.Symbolic;

/// <summary>The outcome of a search.</summary>
/// <param name="Walk">A walk that shows the fault; null if none was found.</param>
/// <param name="IsImpossible">The search space is exhausted, and no walk shows the fault.</param>
internal sealed record Witness(SymbolicState? Walk, bool IsImpossible)
{
    /// <summary>Stands for a turn in which the user does not answer in time.</summary>
    public const string TimeOut = "(time-out)";

    /// <summary>The user's messages; null if messages alone do not reach the fault.</summary>
    public IReadOnlyList<string>? Messages => Walk is { IsGuessed: false } ? [.. Walk.Turns.Select(turn => turn.Message ?? TimeOut)] : null;
}

/// <summary>What the search looks for.</summary>
/// <param name="Node">The node at which the fault shows.</param>
/// <param name="IsThere">Tested on every state at the node.</param>
/// <param name="Cycle">For an infinite loop: the nodes of the cycle.</param>
internal sealed record Goal(int Node, Func<SymbolicState, bool> IsThere, IReadOnlySet<int>? Cycle = null);

/// <summary>
/// Best-first symbolic execution. Searches for a walk to a fault that the dataflow analysis considers possible: first depth-first, which does
/// not enumerate every path through a long chain of branches; then best-first, by the distance to the goal. Each state is expanded once, and
/// the number of states is bounded.
/// </summary>
internal sealed class CounterExampleSearch(ControlFlowGraph graph)
{
    /// <summary>Budgets of states: for one search, and for all searches of a check.</summary>
    private const int MaxStates = 1_200;
    private const int MaxStatesStraightOn = 300;
    private const int MaxStatesInAll = 15_000;

    /// <summary>Computing the distance of this many nodes takes as long as expanding one state.</summary>
    private const int NodesOfAState = 100;

    private const int MaxTurns = 40;

    /// <summary>The engine's default limit of steps in a turn.</summary>
    private const int MaxSteps = 200;

    private readonly Lazy<GoalDistances> _distances = new(() => new GoalDistances(graph));
    private int _left = MaxStatesInAll;

    public int States => MaxStatesInAll - _left;

    public Witness Find(Goal goal)
    {
        if (_left <= 0 || graph.Home is not { } home)
        {
            return new(null, false);
        }

        // Computing the distances of a large graph costs more than many states.
        _left -= Math.Min(_left, graph.Nodes.Length / NodesOfAState);
        var distances = _distances.Value.To(goal.Node);
        var start = new SymbolicState { Frames = [new SymbolicFrame(home.Start, SymbolicState.NoVariables)] };
        var first = Find(start, new Search(graph, goal, distances, Math.Min(MaxStatesStraightOn, _left), isStraight: true));
        return first.Messages is not null || first.IsImpossible || _left <= 0
            ? first
            : Find(start, new Search(graph, goal, distances, Math.Min(MaxStates, _left), isStraight: false));
    }

    private Witness Find(SymbolicState start, Search search)
    {
        var witness = search.From(start);
        _left -= search.States;
        return witness;
    }

    private sealed class Search(ControlFlowGraph graph, Goal goal, int[] distances, int budget, bool isStraight)
    {
        private readonly PathConstraints _constraints = new(graph);
        private readonly PriorityQueue<(SymbolicState State, string Key), (int, int, int)> _frontier = new();
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private SymbolicState? _guessed;
        private bool _isCut;

        private int _states;

        /// <summary>Expanded states; a message with many constraints counts as several.</summary>
        public int States => _states + (_constraints.Solved / 10) + (_constraints.Asked / 100);

        public Witness From(SymbolicState start)
        {
            var stepper = new SymbolicStepper(graph, _constraints);
            Add(start);
            while (_frontier.TryDequeue(out var next, out _))
            {
                var state = next.State;
                if (goal.Cycle is null && state.Node == goal.Node && goal.IsThere(state) && Found(state))
                {
                    return new(state, false);
                }

                _states++;
                if (States > budget)
                {
                    return new(_guessed, false);
                }

                if (state.SilentAt >= 0 || IsTooFar(state))
                {
                    continue;
                }

                // The nearest is pushed last, so that depth-first search takes it first.
                foreach (var follower in stepper.From(state).OrderByDescending(follower => distances[follower.Node]))
                {
                    if (!Add(follower) && goal.Cycle is not null && GoesRound(follower) && Found(follower))
                    {
                        return new(follower, false);
                    }
                }
            }

            return new(_guessed, _guessed is null && !_isCut && !_constraints.GaveUp);
        }

        /// <summary>A walk that depends on guesses is kept, while the search continues for a better one.</summary>
        private bool Found(SymbolicState state)
        {
            if (state.IsGuessed)
            {
                _guessed ??= state;
            }

            return !state.IsGuessed;
        }

        private bool IsTooFar(SymbolicState state)
        {
            if (state.StepsInTurn <= MaxSteps && state.Turns.Count <= MaxTurns)
            {
                return false;
            }

            if (goal.Cycle?.Contains(state.Node) == true && state.StepsInTurn > MaxSteps)
            {
                _guessed ??= state;
            }

            _isCut = true;
            return true;
        }

        /// <returns>False: the state was seen before.</returns>
        private bool Add(SymbolicState state)
        {
            var distance = distances[state.Node];
            if (distance >= GoalDistances.Unreachable)
            {
                return true;
            }

            var key = StateKey.For(state);
            if (!_seen.Add(key))
            {
                return false;
            }

            var cost = state.Turns.Count * GoalDistances.OfATurn + state.StepsInTurn + (state.IsGuessed ? 10 * GoalDistances.OfATurn : 0);
            _frontier.Enqueue((state, key), isStraight ? (-_seen.Count, 0, 0) : (cost + distance, distance, _seen.Count));
            return true;
        }

        /// <summary>The same state occurred earlier in the same turn, so the turn never ends.</summary>
        private bool GoesRound(SymbolicState state)
        {
            if (!goal.Cycle!.Contains(state.Node))
            {
                return false;
            }

            var key = StateKey.For(state);
            for (var before = state.Before; before is not null && before.Turns.Count == state.Turns.Count; before = before.Before)
            {
                if (before.Node == state.Node && StateKey.For(before) == key)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
