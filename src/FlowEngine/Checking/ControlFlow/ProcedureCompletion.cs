namespace FlowEngine.Checking.ControlFlow;

/// <summary>
/// Which procedures can return. The edge behind a call is passable once the callee can return. Every edge is visited at most once, however
/// deep the calls are nested.
/// </summary>
internal static class ProcedureCompletion
{
    /// <param name="isEnd">The procedure returns here.</param>
    /// <param name="callee">The procedure that a node calls, or -1.</param>
    /// <param name="isOpen">The edge can be taken; behind a call, as soon as the callee can return.</param>
    public static bool[] Compute(ControlFlowGraph graph, Predicate<ControlFlowNode> isEnd, Func<ControlFlowNode, int> callee, Func<ControlFlowNode, int, bool> isOpen)
    {
        var completes = new bool[graph.Procedures.Length];
        var seen = new bool[graph.Nodes.Length];
        var blocked = new List<int>?[graph.Procedures.Length];
        var waiting = new Stack<int>();
        foreach (var procedure in graph.Procedures.Where(procedure => procedure.Start >= 0))
        {
            Reach(procedure.Start);
        }

        while (waiting.TryPop(out var index))
        {
            var node = graph.Nodes[index];
            if (isEnd(node))
            {
                Complete(node.Procedure);
                continue;
            }

            var called = callee(node);
            var stays = called >= 0 && !completes[called];
            if (stays)
            {
                (blocked[called] ??= []).Add(index);
            }

            Go(node, edge => edge.Kind != EdgeKind.Normal || !stays);
        }

        return completes;

        void Reach(int node)
        {
            if (!seen[node])
            {
                seen[node] = true;
                waiting.Push(node);
            }
        }

        void Complete(int procedure)
        {
            if (completes[procedure])
            {
                return;
            }

            completes[procedure] = true;
            foreach (var call in blocked[procedure] ?? [])
            {
                Go(graph.Nodes[call], edge => edge.Kind == EdgeKind.Normal);
            }
        }

        void Go(ControlFlowNode node, Predicate<ControlFlowEdge> goes)
        {
            for (var i = 0; i < node.Edges.Length; i++)
            {
                if (goes(node.Edges[i]) && isOpen(node, i))
                {
                    Reach(node.Edges[i].Target);
                }
            }
        }
    }
}
