using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>A condition with every "not" pushed down to its comparisons.</summary>
internal abstract record Formula
{
    public static Formula Of(ConditionNode node, bool holds) => node switch
    {
        ConditionTest { Operator: ConditionOperator.NotEquals } test =>
            new Leaf(Literal.Of(test with { Operator = ConditionOperator.Equals }, !holds)),
        ConditionTest test => new Leaf(Literal.Of(test, holds)),
        ConditionGroup group => new Several(group.All == holds, [.. group.Children.Select(child => Of(child, holds))]),
        _ => new Several(holds, []),
    };

    public sealed record Leaf(Literal Literal) : Formula;

    /// <summary>All of them, or any.</summary>
    public sealed record Several(bool All, IReadOnlyList<Formula> Parts) : Formula;
}
