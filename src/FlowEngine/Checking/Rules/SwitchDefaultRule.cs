using FlowEngine.Checking.Satisfiability;

namespace FlowEngine.Checking.Rules;

/// <summary>A switch without a default has a case for everything.</summary>
internal sealed class SwitchDefaultRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var budget = StepBudget.For(model);
        var written = new AssignedValues(model);
        foreach (var guards in Guards.In(model).Where(guards => guards.IsSwitch && !HasDefault(guards)))
        {
            var meant = new IntendedValues(written, guards.Module.Name, [.. guards.Cases.SelectMany(branch => Guards.Tests(branch.When!))]);
            var solver = new Solver(budget, meant.Of);
            if (!solver.IsUnsatisfiable(guards.Cases.Select(branch => Formula.From(branch.When!, holds: false))) && !budget.IsExhausted)
            {
                yield return Finding.Warning(
                    "switch_not_exhaustive",
                    guards.Node.Id,
                    guards.Node.Source.ConfigurationPointer,
                    $"{guards.Node.Name} has no default, and for some values no case holds: then the walk fails.",
                    "Name a default_port and connect it, or add the cases that are missing.");
            }
        }

        if (budget.IsExhausted)
        {
            yield return TooLargeToAnalyse.Report("whether switches without a default have a case for everything");
        }
    }

    private static bool HasDefault(Guards guards) =>
        guards.Otherwise is { } otherwise
        && guards.Node.Ports[otherwise.Port] is { Output: > 0 } port
        && guards.Module.From(guards.Node.Id).Any(edge => edge.Output == port.Output);
}
