using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Symbolic;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Reports nodes at which a turn can end without a message to the user.</summary>
internal sealed class SilentTurnRule : IPathRule
{
    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        foreach (var node in analysis.Nodes.Where(node => analysis.Graph.ProcedureOf(node).Module.IsHome && CanBeSilent(node)))
        {
            if (!analysis.Outputs.MayBeSilent(node.Index))
            {
                continue;
            }

            var witness = analysis.CounterExamples.Find(new Goal(node.Index, state => state.SilentAt == node.Index));
            if (!witness.IsImpossible)
            {
                yield return Finding.Error(
                    "mute_path",
                    node.Model.Id,
                    node.Model.Source.Pointer,
                    $"A turn can end at {node.Model.Name} without a message to the user.",
                    "Say something on every path there; a greeting is sent on the conversation's first turn only.")
                    with
                { CounterExample = witness.Messages };
            }
        }
    }

    private static bool CanBeSilent(ControlFlowNode node) => node.IsEnd
        ? node.Says is Saying.Never or Saying.OnFirstTurn
        : node is { MayWait: true, Waiting.Asks: false };
}
