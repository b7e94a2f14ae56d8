using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Symbolic;

namespace FlowEngine.Checking.Rules;

/// <summary>A flow that calls itself, directly or over others, comes to an end without doing so at some time.</summary>
internal sealed class RecursionRule : IPathRule
{
    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        var calls = analysis.Graph.Nodes
            .Where(node => analysis.Reached.Contains(node.Index) && CalleeOf(analysis, node) >= 0)
            .ToLookup(node => node.Procedure);
        var procedures = analysis.Graph.Procedures.Select(procedure => procedure.Index).ToList();
        var finishing = ProcedureCompletion.Compute(
            analysis.Graph, node => node.IsEnd || node.IsOpaque, node => CalleeOf(analysis, node), (_, _) => true);
        foreach (var circle in StronglyConnectedComponents.Cycles(procedures, procedure => calls[procedure].Select(call => CalleeOf(analysis, call))))
        {
            var members = circle.ToHashSet();
            var call = circle.SelectMany(procedure => calls[procedure]).FirstOrDefault(call =>
                analysis.Graph.ProcedureOf(call).IsChecked && members.Contains(CalleeOf(analysis, call)));
            if (call is null)
            {
                continue;
            }

            var isEndless = circle.All(procedure => !finishing[procedure]);
            var witness = analysis.CounterExamples.Find(new Goal(
                call.Index, state => state.Frames.Count > SymbolicStepper.MaxDepth && state.StepsInTurn >= SymbolicStepper.MaxDepth));
            if (isEndless || witness.Walk is not null)
            {
                yield return Finding.Error(
                    "endless_recursion",
                    call.Model.Id,
                    call.Model.Source.ConfigurationPointer + call.Call!.FlowPointer,
                    $"{call.Model.Name} calls '{call.Call.Flow}', which calls it again{(isEndless ? " on every path" : "")}: the recursion never ends.",
                    "Let one path end before the call, or use a jump to go back.")
                    with
                { CounterExample = witness.Messages };
            }
        }
    }

    private static int CalleeOf(FlowAnalysis analysis, ControlFlowNode node) =>
        node.Callee >= 0 ? node.Callee
        : node.Call is { } call && call.Flow == analysis.Model.Context.FlowName ? analysis.Graph.Home?.Index ?? -1
        : -1;
}
