using FlowEngine.Checking.ControlFlow;

namespace FlowEngine.Checking.Symbolic;

/// <summary>What a search for a walk came to.</summary>
/// <param name="Walk">One that shows the fault; null where none was found.</param>
/// <param name="IsImpossible">All walks were looked at, and none shows it.</param>
internal sealed record Witness(SymbolicState? Walk, bool IsImpossible)
{
    /// <summary>Written for a turn in which nobody answers in time.</summary>
    public const string TimeOut = "(time-out)";

    /// <summary>The user's messages; null where they do not suffice to come there.</summary>
    public IReadOnlyList<string>? Messages => Walk is { IsGuessed: false } ? [.. Walk.Turns.Select(turn => turn.Message ?? TimeOut)] : null;
}

/// <summary>Something that a walk may come to.</summary>
/// <param name="Node">Where.</param>
/// <param name="IsThere">Asked of every state at it.</param>
/// <param name="Cycle">Of a walk that goes round for ever: the nodes of the round.</param>
internal sealed record Goal(int Node, Func<SymbolicState, bool> IsThere, IReadOnlySet<int>? Cycle = null);

/// <summary>
/// Looks for a walk to a fault that the dataflow thinks possible: first straight on from the newest state, which does not try all ways through
/// a ladder before it goes on behind it; then from the most promising one. Each state is looked at once, and only so many.
/// </summary>
internal sealed class Explorer(FlowProgram program)
{
    /// <summary>States for one search, and for all searches of one check.</summary>
    private const int MaxStates = 1_200;
    private const int MaxStatesStraightOn = 300;
    private const int MaxStatesInAll = 15_000;

    /// <summary>Nodes to each of which the distance is found in the time that one state takes.</summary>
    private const int NodesOfAState = 100;

    private const int MaxTurns = 40;

    /// <summary>The engine allows no more steps in a turn, unless it is told otherwise.</summary>
    private const int MaxSteps = 200;

    private readonly Lazy<Distances> _distances = new(() => new Distances(program));
    private int _left = MaxStatesInAll;

    public int States => MaxStatesInAll - _left;

    public Witness Find(Goal goal)
    {
        if (_left <= 0 || program.Home is not { } home)
        {
            return new(null, false);
        }

        // A large program costs more to look at than a small one does to walk.
        _left -= Math.Min(_left, program.Nodes.Length / NodesOfAState);
        var distances = _distances.Value.To(goal.Node);
        var start = new SymbolicState { Frames = [new SymbolicFrame(home.Start, SymbolicState.NoVariables)] };
        var first = Find(start, new Search(program, goal, distances, Math.Min(MaxStatesStraightOn, _left), isStraight: true));
        return first.Messages is not null || first.IsImpossible || _left <= 0
            ? first
            : Find(start, new Search(program, goal, distances, Math.Min(MaxStates, _left), isStraight: false));
    }

    private Witness Find(SymbolicState start, Search search)
    {
        var witness = search.From(start);
        _left -= search.States;
        return witness;
    }

    private sealed class Search(FlowProgram program, Goal goal, int[] distances, int budget, bool isStraight)
    {
        private readonly Assumptions _assumptions = new(program);
        private readonly PriorityQueue<(SymbolicState State, string Key), (int, int, int)> _waiting = new();
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private SymbolicState? _guessed;
        private bool _isCut;

        private int _states;

        /// <summary>Those looked at; a message that has to fulfil many constraints counts as several.</summary>
        public int States => _states + (_assumptions.Solved / 10) + (_assumptions.Asked / 100);

        public Witness From(SymbolicState start)
        {
            var stepper = new Stepper(program, _assumptions);
            Add(start);
            while (_waiting.TryDequeue(out var next, out _))
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

                if (state.MutedAt >= 0 || IsTooFar(state))
                {
                    continue;
                }

                // The nearest is the newest.
                foreach (var follower in stepper.From(state).OrderByDescending(follower => distances[follower.Node]))
                {
                    if (!Add(follower) && goal.Cycle is not null && GoesRound(follower) && Found(follower))
                    {
                        return new(follower, false);
                    }
                }
            }

            return new(_guessed, _guessed is null && !_isCut && !_assumptions.GaveUp);
        }

        /// <summary>A walk that depends on luck is kept, and a better one looked for.</summary>
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

        /// <returns>False: it was seen before, or does not lead there.</returns>
        private bool Add(SymbolicState state)
        {
            var distance = distances[state.Node];
            if (distance >= Distances.Unreachable)
            {
                return true;
            }

            var key = StateKey.Of(state);
            if (!_seen.Add(key))
            {
                return false;
            }

            var cost = state.Turns.Count * Distances.OfATurn + state.StepsInTurn + (state.IsGuessed ? 10 * Distances.OfATurn : 0);
            _waiting.Enqueue((state, key), isStraight ? (-_seen.Count, 0, 0) : (cost + distance, distance, _seen.Count));
            return true;
        }

        /// <summary>The same state was there before in the same turn, so that the turn never ends.</summary>
        private bool GoesRound(SymbolicState state)
        {
            if (!goal.Cycle!.Contains(state.Node))
            {
                return false;
            }

            var key = StateKey.Of(state);
            for (var before = state.Before; before is not null && before.Turns.Count == state.Turns.Count; before = before.Before)
            {
                if (before.Node == state.Node && StateKey.Of(before) == key)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
