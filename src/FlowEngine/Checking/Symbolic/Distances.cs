using FlowEngine.Checking.ControlFlow;

namespace FlowEngine.Checking.Symbolic;

/// <summary>How far it is from each node to one, where a turn of the user counts more than many steps.</summary>
internal sealed class Distances
{
    public const int OfAStep = 1;
    public const int OfATurn = 20;
    public const int Unreachable = int.MaxValue / 4;

    private readonly FlowProgram _program;
    private readonly List<(int From, int Cost)>[] _before;

    public Distances(FlowProgram program)
    {
        _program = program;
        _before = [.. program.Nodes.Select(_ => new List<(int, int)>())];
        var ends = program.Nodes.Where(node => node.IsEnd).ToLookup(node => node.Unit, node => node.Index);
        foreach (var node in program.Nodes)
        {
            Add(node, ends);
        }

        if (program.Home is { } home)
        {
            foreach (var end in ends[home.Index])
            {
                _before[home.Start].Add((end, OfATurn));
            }
        }
    }

    public int[] To(int target)
    {
        var distances = new int[_program.Nodes.Length];
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

    private void Add(ProgramNode node, ILookup<int, int> ends)
    {
        var isKnownCall = node.Callee >= 0 && _program.Units[node.Callee].Start >= 0;
        if (isKnownCall)
        {
            _before[_program.Units[node.Callee].Start].Add((node.Index, OfAStep));
        }

        foreach (var way in node.Ways)
        {
            if (isKnownCall && way.Kind == WayKind.Go)
            {
                foreach (var end in ends[node.Callee])
                {
                    _before[way.Target].Add((end, OfAStep));
                }
            }
            else
            {
                _before[way.Target].Add((node.Index, Cost(node, way)));
            }
        }
    }

    private static int Cost(ProgramNode node, Way way) =>
        !node.MayWait || node.Waiting?.SkippedIfSet is not null ? OfAStep
        : node.PortName(way) == ProgramNode.GaveUp ? OfATurn * (node.Waiting?.MaxAttempts ?? 1)
        : OfATurn;
}
