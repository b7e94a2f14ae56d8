using FlowEngine.Checking.ControlFlow;

namespace FlowEngine.Checking.Dataflow;

/// <summary>What a walk can do within one turn: the ways that it takes without waiting for the user.</summary>
internal sealed class InstantGraph
{
    private readonly FlowProgram _program;
    private readonly VariableFacts _facts;
    private readonly bool[] _passes;

    public InstantGraph(FlowProgram program, VariableFacts facts)
    {
        _program = program;
        _facts = facts;
        _passes = UnitCompletion.Of(
            program,
            node => node.IsEnd,
            node => node.Callee,
            (node, way) => !facts.IsDead(node, way) && (node.Callee >= 0 && node.Ways[way].Kind == WayKind.Go || IsInstant(node, node.Ways[way].Kind)));
    }

    /// <summary>The nodes that may follow in the same turn, a called module passed through as one.</summary>
    public IEnumerable<int> Next(int index)
    {
        var node = _program.Nodes[index];
        for (var i = 0; i < node.Ways.Length; i++)
        {
            if (!_facts.IsDead(node, i) && IsInstant(node, node.Ways[i].Kind))
            {
                yield return node.Ways[i].Target;
            }
        }
    }

    /// <summary>All that may follow a node, in this turn or in later ones.</summary>
    public IEnumerable<int> NextEver(int index) => _program.Nodes[index].Ways
        .Where((_, way) => !_facts.IsDead(_program.Nodes[index], way))
        .Select(way => way.Target);

    private bool IsInstant(ProgramNode node, WayKind kind) => kind switch
    {
        WayKind.Timeout => false,
        WayKind.Go when node.IsOpaque || node.Callee == ProgramNode.UnknownCall => false,
        WayKind.Go when node.Callee >= 0 => _passes[node.Callee],
        WayKind.Go when node.MayWait => CanSkip(node),
        _ => true,
    };

    private bool CanSkip(ProgramNode node) =>
        !node.AlwaysWaits && (node.Waiting?.SkippedIfSet is not { } path || !Mask.IsNeverSet(_facts.At(node, path)));
}
