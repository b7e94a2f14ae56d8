using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Dataflow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Rules;

/// <summary>A condition compares what can be compared.</summary>
internal sealed class ConditionTypesRule : IPathRule
{
    private const ValueTypes Scalars = ValueTypes.Text | ValueTypes.Number | ValueTypes.Boolean;

    public IEnumerable<Finding> Check(FlowAnalysis analysis) =>
        from node in analysis.Nodes
        from branch in node.Branches
        where branch.When is not null && node.Order == BranchOrder.First
        from test in TestsOf(branch.When!)
        let types = TypesOf(analysis, node, test.Left)
        where types is not (ValueTypes.None or ValueTypes.Any) && !Fits(test, types)
        select Finding.Error(
            "incompatible_types",
            node.Model.Id,
            node.Model.Source.ConfigurationPointer + branch.Pointer,
            $"{node.Model.Name} tests '{test.Left}' {NameOf(test.Operator)} {Shown(test)}, but '{test.Left}' is {types.ToText()}.",
            "Compare it with a value of the same type, with an operator for that type.");

    private static IEnumerable<ConditionTest> TestsOf(ConditionNode condition) => condition switch
    {
        ConditionTest test => [test],
        ConditionGroup group => group.Children.SelectMany(TestsOf),
        _ => [],
    };

    private static ValueTypes TypesOf(FlowAnalysis analysis, ControlFlowNode node, VariablePath path) => path switch
    {
        { Root: VariableRoot.Message, Segments.Count: 0 } => ValueTypes.Text,
        { Root: VariableRoot.Any or VariableRoot.Walk or VariableRoot.Conversation, Segments.Count: 0 } => VariableLattice.TypesOf(analysis.Facts.At(node, path)),
        _ => ValueTypes.Any,
    };

    private static bool Fits(ConditionTest test, ValueTypes left) => test.Operator switch
    {
        ConditionOperator.GreaterThan or ConditionOperator.GreaterOrEqual or ConditionOperator.LessThan or ConditionOperator.LessOrEqual
            or ConditionOperator.Between => (left & (ValueTypes.Number | ValueTypes.Text)) != ValueTypes.None && test.Right.All(IsOrdered),
        ConditionOperator.StartsWith or ConditionOperator.EndsWith => (left & Scalars) != ValueTypes.None,
        ConditionOperator.Contains => left != ValueTypes.Object,
        ConditionOperator.Matches or ConditionOperator.HasKeyword => left != ValueTypes.Object,
        ConditionOperator.Equals or ConditionOperator.NotEquals or ConditionOperator.In => test.Right.Any(operand => CanEqual(left, operand)),
        _ => true,
    };

    private static bool IsOrdered(ConditionOperand operand) => operand.Template is not null || operand.Literal switch
    {
        { Kind: ValueKind.Number } => true,
        { Kind: ValueKind.Text } text => text.Number is not null || Dates.TryRead(text, TimeZoneInfo.Utc, out _),
        _ => false,
    };

    private static bool CanEqual(ValueTypes left, ConditionOperand operand)
    {
        var right = operand.Literal;
        return operand.Template is not null || right.IsEmpty || right.Kind switch
        {
            ValueKind.Number => (left & (ValueTypes.Number | ValueTypes.Text)) != ValueTypes.None,
            ValueKind.Boolean => (left & (ValueTypes.Boolean | ValueTypes.Text)) != ValueTypes.None,
            ValueKind.List => right.Items.Any(item => CanEqual(left, ConditionOperand.Of(item))) || (left & ValueTypes.List) != ValueTypes.None,
            ValueKind.Object => (left & ValueTypes.Object) != ValueTypes.None,
            _ => (left & ValueTypes.Text) != ValueTypes.None
                || ((left & ValueTypes.Number) != ValueTypes.None && right.Number is not null)
                || ((left & ValueTypes.Boolean) != ValueTypes.None && TextFold.Fold(right.ToString()) is "true" or "false"),
        };
    }

    private static string NameOf(ConditionOperator op) => ConditionOperators.ByName.First(pair => pair.Value == op).Key;

    private static string Shown(ConditionTest test) => test.Right.Count == 0
        ? "the keywords or pattern given"
        : string.Join(" and ", test.Right.Select(operand => operand.Template is { } template ? template.Source : $"'{operand.Literal}'"));
}
