using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Testing.Generating;

/// <summary>A value that a condition looks for.</summary>
internal sealed record ConditionSample(VariablePath Left, Value Value);

/// <summary>Values at which conditions come out one way or the other.</summary>
internal static class ConditionSamples
{
    public static IEnumerable<ConditionSample> Of(Step step) =>
        BranchesOf.Configuration(step.Configuration).SelectMany(branch => branch.When is { } when ? Of(when) : []);

    private static IEnumerable<ConditionSample> Of(ConditionNode node) => node switch
    {
        ConditionGroup group => group.Children.SelectMany(Of),
        ConditionTest test => Values(test).Select(value => new ConditionSample(test.Left, value)),
        _ => [],
    };

    private static IEnumerable<Value> Values(ConditionTest test)
    {
        if (test.Keywords is { } keywords)
        {
            return keywords.Keywords.Take(3).Select(keyword => Value.Of(keyword.TrimEnd('*')));
        }

        var literals = test.Right.Where(operand => operand.Template is null).Select(operand => operand.Literal).ToList();
        return literals.Count == 0 ? [Value.Of("x")] : literals.SelectMany(Around);
    }

    private static IEnumerable<Value> Around(Value literal) =>
        literal.Kind == ValueKind.List ? literal.Items
        : literal.Number is { } number ? [literal, Value.Of(number + 1), Value.Of(number - 1)]
        : [literal];
}
