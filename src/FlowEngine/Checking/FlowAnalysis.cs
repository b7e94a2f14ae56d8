using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Dataflow;
using FlowEngine.Checking.Satisfiability;
using FlowEngine.Checking.Symbolic;

namespace FlowEngine.Checking;

/// <summary>What the path rules share: the control-flow graph, the results of the dataflow analyses, and the search for counter-examples.</summary>
internal sealed class FlowAnalysis
{
    public FlowAnalysis(FlowModel model)
    {
        Model = model;
        Graph = ControlFlowGraphBuilder.Build(model);
        Facts = VariableFacts.Compute(Graph);
        Outputs = OutputDataflow.Solve(Graph, Facts);
        SameTurn = new SameTurnGraph(Graph, Facts);
        CounterExamples = new CounterExampleSearch(Graph);
        Reached = Reach();
    }

    public FlowModel Model { get; }

    public ControlFlowGraph Graph { get; }

    public VariableFacts Facts { get; }

    public OutputDataflow Outputs { get; }

    public SameTurnGraph SameTurn { get; }

    public CounterExampleSearch CounterExamples { get; }

    /// <summary>Nodes that a walk may reach.</summary>
    public IReadOnlySet<int> Reached { get; }

    /// <summary>The nodes that findings are reported on: part of the checked document, reachable, with a configuration that can be read.</summary>
    public IEnumerable<ControlFlowNode> Nodes =>
        Graph.Nodes.Where(node => !node.IsOpaque && Reached.Contains(node.Index) && Graph.ProcedureOf(node).IsChecked);

    /// <summary>Node visits of the dataflow analyses plus states of the symbolic execution.</summary>
    public int Work => Facts.Visits + Outputs.Visits + CounterExamples.States;

    private HashSet<int> Reach()
    {
        if (Graph.Home is not { } home)
        {
            return [];
        }

        var reached = new HashSet<int> { home.Start };
        var waiting = new Stack<int>(reached);
        while (waiting.TryPop(out var index))
        {
            var callee = Graph.Nodes[index].Callee;
            var inner = callee >= 0 && Graph.Procedures[callee].Start is >= 0 and var start ? [start] : Array.Empty<int>();
            foreach (var next in SameTurn.NextEver(index).Concat(inner).Where(reached.Add))
            {
                waiting.Push(next);
            }
        }

        return reached;
    }
}
