using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>Statements about conditions that are true for all values of the variables.</summary>
public static class ConditionProof
{
    private const int DefaultSteps = 200_000;

    /// <summary>
    /// True only if no assignment of the variables satisfies all of the first conditions and none of the second. False if there is one, or if it is
    /// not known.
    /// </summary>
    /// <param name="steps">Budget of comparisons.</param>
    public static bool IsImpossible(IEnumerable<Condition> hold, IEnumerable<Condition> doNotHold, int steps = DefaultSteps) =>
        new Solver(new StepBudget(steps)).IsUnsatisfiable(
            hold.Select(condition => Formula.From(condition.Root, holds: true)).Concat(doNotHold.Select(condition => Formula.From(condition.Root, holds: false))));
}
