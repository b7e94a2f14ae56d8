using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Symbolic;

namespace FlowEngine.Checking.Rules;

/// <summary>A walk that goes round waits for the user on its way, or counts how often.</summary>
internal sealed class EndlessCycleRule : IPathRule
{
    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        var nodes = analysis.Nodes.Select(node => node.Index).ToList();
        var bounds = new CounterBounds(analysis.Program, analysis.Instant.Next);
        foreach (var cycle in Components.Cycles(nodes, analysis.Instant.Next).Where(cycle => !bounds.IsBounded(cycle)))
        {
            var first = analysis.Program.Nodes[cycle.Min()].Model;
            var witness = analysis.Explorer.Find(new Goal(cycle.Min(), _ => true, cycle.ToHashSet()));
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
            yield return TooLarge.Of("whether every cycle comes to an end");
        }
    }

    private static string Names(FlowAnalysis analysis, IReadOnlyList<int> cycle)
    {
        const int Shown = 6;
        var names = cycle.Order().Take(Shown).Select(node => analysis.Program.Nodes[node].Model.Name);
        return cycle.Count > Shown ? $"{string.Join(", ", names)} and {cycle.Count - Shown} more" : string.Join(", ", names);
    }
}
