namespace FlowEngine.Checking.ControlFlow;

/// <summary>
/// Of which modules a walk can come to the end, where the way on behind a call is open once the called one can. Each way is gone once, however
/// deep the calls are.
/// </summary>
internal static class UnitCompletion
{
    /// <param name="isEnd">The module is left here.</param>
    /// <param name="callee">The unit that a node calls, or -1.</param>
    /// <param name="isOpen">The way can be taken; behind a call, as soon as the called module can be left.</param>
    public static bool[] Of(FlowProgram program, Predicate<ProgramNode> isEnd, Func<ProgramNode, int> callee, Func<ProgramNode, int, bool> isOpen)
    {
        var completes = new bool[program.Units.Length];
        var seen = new bool[program.Nodes.Length];
        var blocked = new List<int>?[program.Units.Length];
        var waiting = new Stack<int>();
        foreach (var unit in program.Units.Where(unit => unit.Start >= 0))
        {
            Reach(unit.Start);
        }

        while (waiting.TryPop(out var index))
        {
            var node = program.Nodes[index];
            if (isEnd(node))
            {
                Complete(node.Unit);
                continue;
            }

            var called = callee(node);
            var stays = called >= 0 && !completes[called];
            if (stays)
            {
                (blocked[called] ??= []).Add(index);
            }

            Go(node, way => way.Kind != WayKind.Go || !stays);
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

        void Complete(int unit)
        {
            if (completes[unit])
            {
                return;
            }

            completes[unit] = true;
            foreach (var call in blocked[unit] ?? [])
            {
                Go(program.Nodes[call], way => way.Kind == WayKind.Go);
            }
        }

        void Go(ProgramNode node, Predicate<Way> goes)
        {
            for (var i = 0; i < node.Ways.Length; i++)
            {
                if (goes(node.Ways[i]) && isOpen(node, i))
                {
                    Reach(node.Ways[i].Target);
                }
            }
        }
    }
}
