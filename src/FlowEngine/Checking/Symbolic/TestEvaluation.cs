using FlowEngine.Checking.Satisfiability;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>Evaluates the tests of a condition for a concrete value, as the engine does.</summary>
internal static class TestEvaluation
{
    private const string Name = "x";
    private static readonly IReadOnlyDictionary<string, Value> s_nothing = new Dictionary<string, Value>();
    private static readonly ReadOnlyVariables s_readOnly = new(Value.Null, Value.Null, Value.Null, Value.Null);

    public static bool IsDecided(ConditionTest test) => test.Right.All(operand => operand.Template is null);

    /// <param name="left">The value of the variable; the segments of the path are resolved in it.</param>
    public static bool Holds(ConditionTest test, Value left)
    {
        var walk = new VariableScope(new Dictionary<string, Value> { [Name] = left });
        var scope = new TextScope(new Variables(walk, new VariableScope(s_nothing), s_readOnly), "en", ["en"], "USD", TimeZoneInfo.Utc);
        return ConditionEvaluator.Holds(test with { Left = new VariablePath(VariableRoot.Walk, Name, test.Left.Segments) }, scope);
    }

    /// <summary>Equal for tests that ask the same of a value.</summary>
    public static string KeyOf(ConditionTest test) => string.Join(
        ' ',
        test.Right.Select(operand => operand.Template?.Source ?? $"{operand.Literal.Kind}:{operand.Literal}")
            .Concat(test.Keywords?.Keywords ?? [])
            .Prepend(test.Pattern?.ToString() ?? "")
            .Prepend(string.Join('.', test.Left.Segments))
            .Prepend(test.Operator.ToString()));
}
