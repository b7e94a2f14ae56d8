using FlowEngine.Checking.ControlFlow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Symbolic;

/// <summary>The distance from every node to a goal, the heuristic of the search. A turn of the user costs more than many steps.</summary>
internal sealed class GoalDistances
{
    public const int OfAStep = 1;
    public const int OfATurn = 20;
    public const int Unreachable = int.MaxValue / 4;

    private readonly ControlFlowGraph _graph;
    private readonly List<(int From, int Cost)>[] _before;

    public GoalDistances(ControlFlowGraph graph)
    {
        _graph = graph;
        _before = [.. graph.Nodes.Select(_ => new List<(int, int)>())];
        var ends = graph.Nodes.Where(node => node.IsEnd).ToLookup(node => node.Procedure, node => node.Index);
        foreach (var node in graph.Nodes)
        {
            Add(node, ends);
        }

        if (graph.Home is { } home)
        {
            foreach (var end in ends[home.Index])
            {
                _before[home.Start].Add((end, OfATurn));
            }
        }
    }

    public int[] To(int target)
    {
        var distances = new int[_graph.Nodes.Length];
        Array.Fill(distances, Unreachable);
        distances[target] = 0;
        var waiting = new PriorityQueue<int, int>([(target, 0)]);
        while (waiting.TryDequeue(out var node, out var distance))
        {
            foreach (var (before, cost) in distance == distances[node] ? _before[node] : [])
            {
                if (distance + cost < distances[before])
                {
                    distances[before] = distance + cost;
                    waiting.Enqueue(before, distance + cost);
                }
            }
        }

        return distances;
    }

    private void Add(ControlFlowNode node, ILookup<int, int> ends)
    {
        var isKnownCall = node.Callee >= 0 && _graph.Procedures[node.Callee].Start >= 0;
        if (isKnownCall)
        {
            _before[_graph.Procedures[node.Callee].Start].Add((node.Index, OfAStep));
        }

        foreach (var edge in node.Edges)
        {
            if (isKnownCall && edge.Kind == EdgeKind.Normal)
            {
                foreach (var end in ends[node.Callee])
                {
                    _before[edge.Target].Add((end, OfAStep));
                }
            }
            else
            {
                _before[edge.Target].Add((node.Index, Cost(node, edge)));
            }
        }
    }

    private static int Cost(ControlFlowNode node, ControlFlowEdge edge) =>
        !node.MayWait || node.Waiting?.SkippedIfSet is not null ? OfAStep
        : node.PortName(edge) == NodePort.GaveUp ? OfATurn * (node.Waiting?.MaxAttempts ?? 1)
        : OfATurn;
}
