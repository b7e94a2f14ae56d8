using FlowEngine.Checking.Satisfiability;

namespace FlowEngine.Checking.Rules;

/// <summary>A condition decides something: it is neither always true nor always false.</summary>
internal sealed class ConstantConditionRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var budget = StepBudget.For(model);
        var solver = new Solver(budget);
        foreach (var guards in Guards.In(model))
        {
            foreach (var branch in guards.Cases)
            {
                if (solver.IsUnsatisfiable(Formula.From(branch.When!, holds: true)))
                {
                    yield return Finding.Warning(
                        "condition_always_false",
                        guards.Node.Id,
                        guards.PointerOf(branch),
                        $"{guards.Node.Name}: the condition is always false, so '{guards.Node.Ports[branch.Port].Name}' is never taken.",
                        "Look for parts that contradict each other, or remove the condition.");
                }
                else if (solver.IsUnsatisfiable(Formula.From(branch.When!, holds: false)))
                {
                    yield return Finding.Warning(
                        "condition_always_true",
                        guards.Node.Id,
                        guards.PointerOf(branch),
                        $"{guards.Node.Name}: the condition is always true, so only '{guards.Node.Ports[branch.Port].Name}' is ever taken.",
                        "Look for parts that together cover every case, or remove the condition.");
                }
            }
        }

        if (budget.IsExhausted)
        {
            yield return TooLargeToAnalyse.Report("whether conditions are always true or always false");
        }
    }
}
