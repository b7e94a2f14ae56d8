using FlowEngine.Checking.ControlFlow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Dataflow;

/// <summary>
/// Whether the user has been told something in the turn, over all walks. A state is a relation: bit <c>3 * e + p</c> says that the place may
/// be reached in phase <c>p</c> where the module was entered in phase <c>e</c>, so that a module is followed once for all its callers.
/// </summary>
internal sealed class SaidFlow
{
    private const int MuteFirst = 0;
    private const int MuteLater = 1;
    private const int Told = 2;
    private const int Phases = 3;
    private const ushort AtEntry = (1 << (Phases * MuteFirst + MuteFirst)) | (1 << (Phases * MuteLater + MuteLater)) | (1 << (Phases * Told + Told));

    private readonly FlowProgram _program;
    private readonly VariableFacts _facts;
    private readonly ushort[] _in;
    private readonly ushort[] _exits;
    private readonly ILookup<int, int> _callers;
    private readonly Queue<int> _waiting = new();

    private SaidFlow(FlowProgram program, VariableFacts facts)
    {
        _program = program;
        _facts = facts;
        _in = new ushort[program.Nodes.Length];
        _exits = new ushort[program.Units.Length];
        _callers = program.Nodes.Where(node => node.Callee >= 0).ToLookup(node => node.Callee, node => node.Index);
    }

    /// <summary>How often a node was looked at, until nothing changed.</summary>
    public int Visits { get; private set; }

    public static SaidFlow Of(FlowProgram program, VariableFacts facts)
    {
        var flow = new SaidFlow(program, facts);
        if (program.Home is { } home)
        {
            flow.Join(home.Start, Bit(MuteFirst, MuteFirst) | Bit(MuteLater, MuteLater));
        }

        while (flow._waiting.TryDequeue(out var node))
        {
            flow.Visits++;
            flow.Visit(program.Nodes[node]);
        }

        return flow;
    }

    /// <summary>A walk may come to this node of Home without having told the user anything in its turn.</summary>
    public bool MayBeMute(int node) => Has(_in[node], MuteFirst) || Has(_in[node], MuteLater);

    private static int Bit(int entered, int phase) => 1 << (Phases * entered + phase);

    private static bool Has(int state, int phase) => (state & (Bit(0, phase) | Bit(1, phase) | Bit(2, phase))) != 0;

    private void Join(int node, int state)
    {
        if ((_in[node] | state) != _in[node])
        {
            _in[node] |= (ushort)state;
            _waiting.Enqueue(node);
        }
    }

    private void Visit(ProgramNode node)
    {
        var state = (int)_in[node.Index];
        if (node.IsEnd)
        {
            Exit(node, AfterSaying(state, node.Says));
            return;
        }

        if (node.Callee >= 0 && _program.Units[node.Callee].Start is >= 0 and var start)
        {
            Join(start, AtEntry);
        }

        for (var i = 0; i < node.Ways.Length; i++)
        {
            if (!_facts.IsDead(node, i))
            {
                Join(node.Ways[i].Target, After(node, node.Ways[i], state));
            }
        }
    }

    private void Exit(ProgramNode node, int state)
    {
        if ((_exits[node.Unit] | state) == _exits[node.Unit])
        {
            return;
        }

        _exits[node.Unit] |= (ushort)state;
        foreach (var caller in _callers[node.Unit])
        {
            _waiting.Enqueue(caller);
        }
    }

    private int After(ProgramNode node, Way way, int state) =>
        way.Kind == WayKind.Timeout ? All(state, Told)
        : node.IsOpaque || node.Callee == ProgramNode.UnknownCall ? (way.Kind == WayKind.Error ? state : All(state, Told))
        : way.Kind != WayKind.Go ? state
        : node.Callee >= 0 ? Through(state, _exits[node.Callee])
        : node.MayWait ? (node.AlwaysWaits ? 0 : AfterSaying(state, node.Says)) | All(state, MuteLater)
        : AfterSaying(state, node.Says);

    private static int AfterSaying(int state, Saying says)
    {
        var after = 0;
        for (var entered = 0; entered < Phases; entered++)
        {
            for (var phase = 0; phase < Phases; phase++)
            {
                if ((state & Bit(entered, phase)) != 0)
                {
                    var told = says is Saying.Always or Saying.Sometimes || (says == Saying.OnFirstTurn && phase == MuteFirst);
                    after |= Bit(entered, told ? Told : phase);
                }
            }
        }

        return after;
    }

    /// <summary>Whatever it was, it is this phase now.</summary>
    private static int All(int state, int phase)
    {
        var after = 0;
        for (var entered = 0; entered < Phases; entered++)
        {
            after |= (state & (0b111 << (Phases * entered))) != 0 ? Bit(entered, phase) : 0;
        }

        return after;
    }

    private static int Through(int state, int exit)
    {
        var after = 0;
        for (var entered = 0; entered < Phases; entered++)
        {
            for (var phase = 0; phase < Phases; phase++)
            {
                if ((state & Bit(entered, phase)) != 0)
                {
                    after |= ((exit >> (Phases * phase)) & 0b111) << (Phases * entered);
                }
            }
        }

        return after;
    }
}
