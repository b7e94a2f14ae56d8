using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>
/// The values that the author of some comparisons has in mind: those that the flow gives the variable, else numbers where it is compared with
/// numbers, true and false where it is compared with those.
/// </summary>
internal sealed class MeantValues(WrittenValues written, string module, IReadOnlyList<ConditionTest> all)
{
    /// <summary>Null: any.</summary>
    public IReadOnlyList<ValueShape>? Of(VariablePath path, IReadOnlyList<Literal> literals)
    {
        if (written.Of(module, path) is { Count: > 0 } values)
        {
            return [.. values.Select(Shapes.Exact)];
        }

        var tests = all.Where(test => test.Left.ToString() == path.ToString()).ToList();
        return tests.TrueForAll(IsOfNumbers) && tests.Exists(test => test.Operator is not (ConditionOperator.Equals or ConditionOperator.In))
                ? Shapes.OfNumbers(literals)
            : tests.TrueForAll(IsOfBooleans) ? [Shapes.Exact(Value.Of(true)), Shapes.Exact(Value.Of(false))]
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
