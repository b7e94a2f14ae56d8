using FlowEngine.Checking.ControlFlow;

namespace FlowEngine.Checking.Dataflow;

/// <summary>The edges that a walk can take within one turn, without waiting for the user.</summary>
internal sealed class SameTurnGraph
{
    private readonly ControlFlowGraph _graph;
    private readonly VariableFacts _facts;
    private readonly bool[] _passes;

    public SameTurnGraph(ControlFlowGraph graph, VariableFacts facts)
    {
        _graph = graph;
        _facts = facts;
        _passes = ProcedureCompletion.Compute(
            graph,
            node => node.IsEnd,
            node => node.Callee,
            (node, edge) => !facts.IsDead(node, edge) && (node.Callee >= 0 && node.Edges[edge].Kind == EdgeKind.Normal || IsInstant(node, node.Edges[edge].Kind)));
    }

    /// <summary>The nodes that may follow in the same turn; a call counts as one step.</summary>
    public IEnumerable<int> Next(int index)
    {
        var node = _graph.Nodes[index];
        for (var i = 0; i < node.Edges.Length; i++)
        {
            if (!_facts.IsDead(node, i) && IsInstant(node, node.Edges[i].Kind))
            {
                yield return node.Edges[i].Target;
            }
        }
    }

    /// <summary>The nodes that may follow, in this turn or a later one.</summary>
    public IEnumerable<int> NextEver(int index) => _graph.Nodes[index].Edges
        .Where((_, edge) => !_facts.IsDead(_graph.Nodes[index], edge))
        .Select(edge => edge.Target);

    private bool IsInstant(ControlFlowNode node, EdgeKind kind) => kind switch
    {
        EdgeKind.Timeout => false,
        EdgeKind.Normal when node.IsOpaque || node.Callee == ControlFlowNode.UnknownCall => false,
        EdgeKind.Normal when node.Callee >= 0 => _passes[node.Callee],
        EdgeKind.Normal when node.MayWait => CanSkip(node),
        _ => true,
    };

    private bool CanSkip(ControlFlowNode node) =>
        !node.AlwaysWaits && (node.Waiting?.SkippedIfSet is not { } path || !VariableLattice.IsNeverSet(_facts.At(node, path)));
}
