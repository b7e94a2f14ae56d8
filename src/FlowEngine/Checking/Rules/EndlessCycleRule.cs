using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Symbolic;

namespace FlowEngine.Checking.Rules;

/// <summary>Reports cycles in which nothing waits for the user and no counter bounds the rounds.</summary>
internal sealed class EndlessCycleRule : IPathRule
{
    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        var nodes = analysis.Nodes.Select(node => node.Index).ToList();
        var bounds = new LoopBounds(analysis.Graph, analysis.SameTurn.Next);
        foreach (var cycle in StronglyConnectedComponents.Cycles(nodes, analysis.SameTurn.Next).Where(cycle => !bounds.IsBounded(cycle)))
        {
            var first = analysis.Graph.Nodes[cycle.Min()].Model;
            var witness = analysis.CounterExamples.Find(new Goal(cycle.Min(), _ => true, cycle.ToHashSet()));
            if (!witness.IsImpossible)
            {
                yield return Finding.Error(
                    "endless_cycle",
                    first.Id,
                    first.Source.Pointer,
                    $"Infinite loop: {Names(analysis, cycle)}. Nothing in it waits for the user, and no counter ends it.",
                    "Ask the user something in the loop, or count the rounds with set_variable and leave by a condition on the count.")
                    with
                { CounterExample = witness.Messages };
            }
        }

        if (bounds.IsCut)
        {
            yield return TooLargeToAnalyse.Report("whether every cycle comes to an end");
        }
    }

    private static string Names(FlowAnalysis analysis, IReadOnlyList<int> cycle)
    {
        const int Shown = 6;
        var names = cycle.Order().Take(Shown).Select(node => analysis.Graph.Nodes[node].Model.Name);
        return cycle.Count > Shown ? $"{string.Join(", ", names)} and {cycle.Count - Shown} more" : string.Join(", ", names);
    }
}
