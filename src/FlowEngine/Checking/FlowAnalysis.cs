using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Dataflow;
using FlowEngine.Checking.Satisfiability;
using FlowEngine.Checking.Symbolic;

namespace FlowEngine.Checking;

/// <summary>What the rules that follow walks share: the program, and what the dataflow says of it.</summary>
internal sealed class FlowAnalysis
{
    public FlowAnalysis(FlowModel model)
    {
        Model = model;
        Program = ProgramBuilder.Build(model);
        Facts = VariableFacts.Of(Program);
        Said = SaidFlow.Of(Program, Facts);
        Instant = new InstantGraph(Program, Facts);
        Explorer = new Explorer(Program);
        Reached = Reach();
    }

    public FlowModel Model { get; }

    public FlowProgram Program { get; }

    public VariableFacts Facts { get; }

    public SaidFlow Said { get; }

    public InstantGraph Instant { get; }

    public Explorer Explorer { get; }

    /// <summary>Nodes that some walk may come to.</summary>
    public IReadOnlySet<int> Reached { get; }

    /// <summary>Nodes of the document that some walk may come to and whose configuration can be read: what is reported on.</summary>
    public IEnumerable<ProgramNode> Nodes =>
        Program.Nodes.Where(node => !node.IsOpaque && Reached.Contains(node.Index) && Program.UnitOf(node).IsChecked);

    /// <summary>How often nodes were looked at, and states of walks.</summary>
    public int Work => Facts.Visits + Said.Visits + Explorer.States;

    private HashSet<int> Reach()
    {
        if (Program.Home is not { } home)
        {
            return [];
        }

        var reached = new HashSet<int> { home.Start };
        var waiting = new Stack<int>(reached);
        while (waiting.TryPop(out var index))
        {
            var callee = Program.Nodes[index].Callee;
            var inner = callee >= 0 && Program.Units[callee].Start is >= 0 and var start ? [start] : Array.Empty<int>();
            foreach (var next in Instant.NextEver(index).Concat(inner).Where(reached.Add))
            {
                waiting.Push(next);
            }
        }

        return reached;
    }
}
