using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>What can be said of conditions without knowing the variables.</summary>
public static class ConditionProof
{
    private const int DefaultSteps = 200_000;

    /// <summary>
    /// True only if, whatever the variables are, the first never all hold while none of the second does. False where it is not so, or not known.
    /// </summary>
    /// <param name="steps">Comparisons after which it is given up.</param>
    public static bool IsImpossible(IEnumerable<Condition> hold, IEnumerable<Condition> doNotHold, int steps = DefaultSteps) =>
        new Solver(new Work(steps)).IsNeverTrue(
            hold.Select(condition => Formula.Of(condition.Root, holds: true)).Concat(doNotHold.Select(condition => Formula.Of(condition.Root, holds: false))));
}
