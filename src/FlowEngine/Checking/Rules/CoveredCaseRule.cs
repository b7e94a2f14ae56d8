using FlowEngine.Checking.Satisfiability;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Every case can be the first that holds, with the values that the flow itself gives the variables.</summary>
internal sealed class CoveredCaseRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var budget = StepBudget.For(model);
        var written = new AssignedValues(model);
        foreach (var guards in Guards.In(model).Where(guards => guards.Order == BranchOrder.First))
        {
            var anyValue = new Solver(budget);
            var ownValues = new Solver(budget, (path, _) =>
                written.Of(guards.Module.Name, path) is { } values ? [.. values.Select(ValuePartition.Exact), ValuePartition.Unset] : null);
            var earlier = new List<Formula>();
            for (var i = 0; i < guards.Cases.Count && !budget.IsExhausted; i++)
            {
                var own = Formula.From(guards.Cases[i].When!, holds: true);
                if (i > 0)
                {
                    earlier.Add(Formula.From(guards.Cases[i - 1].When!, holds: false));
                }

                if (anyValue.IsUnsatisfiable(own))
                {
                    continue; // ConstantConditionRule tells of it.
                }

                if (i > 0 && anyValue.IsUnsatisfiable([own, .. earlier]))
                {
                    yield return Covered(guards, i);
                }
                else if (ownValues.IsUnsatisfiable([own, .. earlier]))
                {
                    yield return Unwritten(guards, guards.Cases[i]);
                }
            }
        }

        if (budget.IsExhausted)
        {
            yield return TooLargeToAnalyse.Report("whether each case can be taken");
        }
    }

    private static Finding Covered(Guards guards, int index) => Finding.Warning(
        "case_never_holds",
        guards.Node.Id,
        guards.PointerOf(guards.Cases[index]),
        $"{guards.Node.Name}: case {index + 1} is never taken, because an earlier case holds whenever it does.",
        "Put the narrower case first, or remove it.");

    private static Finding Unwritten(Guards guards, Branch branch) => Finding.Warning(
        "case_never_holds",
        guards.Node.Id,
        guards.PointerOf(branch),
        $"{guards.Node.Name}: the condition of '{guards.Node.Ports[branch.Port].Name}' is never met, because no node of this flow sets the variables to such values.",
        "Compare with the stored value of a choice, not with its label.");
}
