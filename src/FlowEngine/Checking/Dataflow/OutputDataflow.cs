using FlowEngine.Checking.ControlFlow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Dataflow;

/// <summary>
/// Whether the user has received a message in the current turn. A state is a procedure summary: bit <c>3 * e + p</c> says that the point may
/// be reached in phase <c>p</c> if the procedure was entered in phase <c>e</c>, so one pass over a procedure serves all its callers.
/// </summary>
internal sealed class OutputDataflow
{
    private const int SilentFirst = 0;
    private const int SilentLater = 1;
    private const int Answered = 2;
    private const int Phases = 3;
    private const ushort AtEntry = (1 << (Phases * SilentFirst + SilentFirst)) | (1 << (Phases * SilentLater + SilentLater)) | (1 << (Phases * Answered + Answered));

    private readonly ControlFlowGraph _graph;
    private readonly VariableFacts _facts;
    private readonly ushort[] _in;
    private readonly ushort[] _exits;
    private readonly ILookup<int, int> _callers;
    private readonly Queue<int> _worklist = new();

    private OutputDataflow(ControlFlowGraph graph, VariableFacts facts)
    {
        _graph = graph;
        _facts = facts;
        _in = new ushort[graph.Nodes.Length];
        _exits = new ushort[graph.Procedures.Length];
        _callers = graph.Nodes.Where(node => node.Callee >= 0).ToLookup(node => node.Callee, node => node.Index);
    }

    /// <summary>Node visits until the fixed point.</summary>
    public int Visits { get; private set; }

    public static OutputDataflow Solve(ControlFlowGraph graph, VariableFacts facts)
    {
        var flow = new OutputDataflow(graph, facts);
        if (graph.Home is { } home)
        {
            flow.Join(home.Start, Bit(SilentFirst, SilentFirst) | Bit(SilentLater, SilentLater));
        }

        while (flow._worklist.TryDequeue(out var node))
        {
            flow.Visits++;
            flow.Visit(graph.Nodes[node]);
        }

        return flow;
    }

    /// <summary>A walk may reach this node of Home without having sent the user a message in the current turn.</summary>
    public bool MayBeSilent(int node) => Has(_in[node], SilentFirst) || Has(_in[node], SilentLater);

    private static int Bit(int entered, int phase) => 1 << (Phases * entered + phase);

    private static bool Has(int state, int phase) => (state & (Bit(0, phase) | Bit(1, phase) | Bit(2, phase))) != 0;

    private void Join(int node, int state)
    {
        if ((_in[node] | state) != _in[node])
        {
            _in[node] |= (ushort)state;
            _worklist.Enqueue(node);
        }
    }

    private void Visit(ControlFlowNode node)
    {
        var state = (int)_in[node.Index];
        if (node.IsEnd)
        {
            Exit(node, AfterSaying(state, node.Says));
            return;
        }

        if (node.Callee >= 0 && _graph.Procedures[node.Callee].Start is >= 0 and var start)
        {
            Join(start, AtEntry);
        }

        for (var i = 0; i < node.Edges.Length; i++)
        {
            if (!_facts.IsDead(node, i))
            {
                Join(node.Edges[i].Target, After(node, node.Edges[i], state));
            }
        }
    }

    private void Exit(ControlFlowNode node, int state)
    {
        if ((_exits[node.Procedure] | state) == _exits[node.Procedure])
        {
            return;
        }

        _exits[node.Procedure] |= (ushort)state;
        foreach (var caller in _callers[node.Procedure])
        {
            _worklist.Enqueue(caller);
        }
    }

    private int After(ControlFlowNode node, ControlFlowEdge edge, int state) =>
        edge.Kind == EdgeKind.Timeout ? All(state, Answered)
        : node.IsOpaque || node.Callee == ControlFlowNode.UnknownCall ? (edge.Kind == EdgeKind.Error ? state : All(state, Answered))
        : edge.Kind != EdgeKind.Normal ? state
        : node.Callee >= 0 ? Through(state, _exits[node.Callee])
        : node.MayWait ? (node.AlwaysWaits ? 0 : AfterSaying(state, node.Says)) | All(state, SilentLater)
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
                    var told = says is Saying.Always or Saying.Sometimes || (says == Saying.OnFirstTurn && phase == SilentFirst);
                    after |= Bit(entered, told ? Answered : phase);
                }
            }
        }

        return after;
    }

    /// <summary>Moves every reachable state to one phase.</summary>
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
