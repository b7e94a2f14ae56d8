using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>A condition in negation normal form: negations stand only before comparisons.</summary>
internal abstract record Formula
{
    public static Formula From(ConditionNode node, bool holds) => node switch
    {
        ConditionTest { Operator: ConditionOperator.NotEquals } test =>
            new Atom(Literal.From(test with { Operator = ConditionOperator.Equals }, !holds)),
        ConditionTest test => new Atom(Literal.From(test, holds)),
        ConditionGroup group => new Connective(group.All == holds, [.. group.Children.Select(child => From(child, holds))]),
        _ => new Connective(holds, []),
    };

    public sealed record Atom(Literal Literal) : Formula;

    /// <summary>A conjunction (all of the parts) or a disjunction (any of them).</summary>
    public sealed record Connective(bool All, IReadOnlyList<Formula> Parts) : Formula;
}
