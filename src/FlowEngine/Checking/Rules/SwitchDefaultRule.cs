using FlowEngine.Checking.Satisfiability;

namespace FlowEngine.Checking.Rules;

/// <summary>A switch without a default has a case for everything.</summary>
internal sealed class SwitchDefaultRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var work = Work.For(model);
        var written = new WrittenValues(model);
        foreach (var guards in Guards.In(model).Where(guards => guards.IsSwitch && !HasDefault(guards)))
        {
            var meant = new MeantValues(written, guards.Module.Name, [.. guards.Cases.SelectMany(branch => Guards.Tests(branch.When!))]);
            var solver = new Solver(work, meant.Of);
            if (!solver.IsNeverTrue(guards.Cases.Select(branch => Formula.Of(branch.When!, holds: false))) && !work.IsUsedUp)
            {
                yield return Finding.Warning(
                    "switch_not_exhaustive",
                    guards.Node.Id,
                    guards.Node.Source.ConfigurationPointer,
                    $"{guards.Node.Name} has no default, and there are values for which no case holds: the walk fails there.",
                    "Name a default_port and connect it, or add the cases that are missing.");
            }
        }

        if (work.IsUsedUp)
        {
            yield return TooLarge.Of("whether switches without a default have a case for everything");
        }
    }

    private static bool HasDefault(Guards guards) =>
        guards.Otherwise is { } otherwise
        && guards.Node.Ports[otherwise.Port] is { Output: > 0 } port
        && guards.Module.From(guards.Node.Id).Any(edge => edge.Output == port.Output);
}
