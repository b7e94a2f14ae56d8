using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>
/// The domain that the author of some comparisons has in mind: the values that the flow assigns, else numbers if the variable is compared with
/// numbers, or true and false if it is compared with those.
/// </summary>
internal sealed class IntendedValues(AssignedValues written, string module, IReadOnlyList<ConditionTest> all)
{
    /// <summary>Null: any value.</summary>
    public IReadOnlyList<ValueClass>? Of(VariablePath path, IReadOnlyList<Literal> literals)
    {
        if (written.Of(module, path) is { Count: > 0 } values)
        {
            return [.. values.Select(ValuePartition.Exact)];
        }

        var tests = all.Where(test => test.Left.ToString() == path.ToString()).ToList();
        return tests.TrueForAll(IsOfNumbers) && tests.Exists(test => test.Operator is not (ConditionOperator.Equals or ConditionOperator.In))
                ? ValuePartition.ForNumbers(literals)
            : tests.TrueForAll(IsOfBooleans) ? [ValuePartition.Exact(Value.Of(true)), ValuePartition.Exact(Value.Of(false))]
            : null;
    }

    private static bool IsOfNumbers(ConditionTest test) =>
        test.Operator is ConditionOperator.GreaterThan or ConditionOperator.GreaterOrEqual or ConditionOperator.LessThan
            or ConditionOperator.LessOrEqual or ConditionOperator.Between or ConditionOperator.Equals or ConditionOperator.In
        && test.Right.All(operand => operand.Number is not null);

    private static bool IsOfBooleans(ConditionTest test) =>
        test.Operator is ConditionOperator.Equals or ConditionOperator.NotEquals
        && test.Right[0].Literal is { Kind: ValueKind.Boolean } or { Text: "true" or "false" };
}
