using FlowEngine.Conversations;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>
/// Proves formulas unsatisfiable by an analytic tableau over a finite partition of the values. Sound and incomplete: a proof covers all
/// values of all variables (or of the given domain), and formulas that it cannot refute may still be unsatisfiable.
/// </summary>
/// <param name="domainOf">The domain of a variable, partitioned for these comparisons; null: any value.</param>
internal sealed class Solver(StepBudget budget, Func<VariablePath, IReadOnlyList<Literal>, IReadOnlyList<ValueClass>?>? domainOf = null)
{
    public bool IsUnsatisfiable(params IEnumerable<Formula> formulas)
    {
        var isProven = Refute(new(formulas.Reverse()), []);
        return isProven && !budget.IsExhausted;
    }

    /// <summary>Expands conjunctions, and refutes every branch of a disjunction.</summary>
    private bool Refute(Stack<Formula> pending, List<Literal> literals)
    {
        while (pending.TryPop(out var formula))
        {
            if (budget.IsExhausted)
            {
                return false;
            }

            switch (formula)
            {
                case Formula.Atom leaf:
                    literals.Add(leaf.Literal);
                    break;
                case Formula.Connective { All: true } all:
                    PushLast(pending, all.Parts);
                    break;
                case Formula.Connective { Parts: [var only] }:
                    pending.Push(only);
                    break;
                case Formula.Connective any:
                    budget.Spend(pending.Count + literals.Count + 1);
                    if (Contradict(literals))
                    {
                        return true;
                    }

                    return any.Parts.All(part => Refute(With(pending, part), [.. literals]));
            }
        }

        return Contradict(literals);
    }

    /// <summary>Atoms on top, so that they are known before a disjunction branches.</summary>
    private static void PushLast(Stack<Formula> pending, IReadOnlyList<Formula> parts)
    {
        foreach (var part in parts.OrderBy(part => part is Formula.Atom ? 1 : 0))
        {
            pending.Push(part);
        }
    }

    private static Stack<Formula> With(Stack<Formula> pending, Formula part)
    {
        var copy = new Stack<Formula>(pending.Reverse());
        copy.Push(part);
        return copy;
    }

    private bool Contradict(List<Literal> literals)
    {
        budget.Spend(literals.Count + 1);
        var signs = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var literal in literals)
        {
            if (!signs.TryAdd(literal.Key, literal.Holds) && signs[literal.Key] != literal.Holds)
            {
                return true;
            }
        }

        return literals
            .Where(literal => literal.IsPlain)
            .GroupBy(literal => literal.Test.Left.ToString(), StringComparer.Ordinal)
            .Any(ofOne => ContradictOfOne([.. ofOne]));
    }

    /// <summary>No class of values satisfies all literals of one variable.</summary>
    private bool ContradictOfOne(IReadOnlyList<Literal> literals)
    {
        var path = literals[0].Test.Left;
        if ((domainOf?.Invoke(path, literals) ?? ValuePartition.For(path, literals)) is not { } shapes)
        {
            return false;
        }

        budget.Spend((shapes.Count * literals.Count) + literals.Sum(literal => literal.Test.Keywords?.Keywords.Count ?? 0));
        if (budget.IsExhausted)
        {
            return false;
        }

        var noText = Implication.ByParts(literals);
        return Implication.ByKeywords(literals) || shapes.All(shape =>
            (noText && shape.Kind is not (ValueClassKind.Exact or ValueClassKind.List or ValueClassKind.Object))
            || literals.Any(literal => ValueClassTest.Holds(literal.Test, shape) is { } holds && holds != literal.Holds));
    }
}
