using FlowEngine.Conversations;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>
/// Proves that conditions never hold together. It is sound and not complete: what it says is so for all values of all variables (or those
/// that were said to be all); where it does not know, it says nothing.
/// </summary>
/// <param name="domainOf">The values that a variable may have, fit for these comparisons; null: any.</param>
internal sealed class Solver(Work work, Func<VariablePath, IReadOnlyList<Literal>, IReadOnlyList<ValueShape>?>? domainOf = null)
{
    public bool IsNeverTrue(params IEnumerable<Formula> formulas)
    {
        var isProven = Refute(new(formulas.Reverse()), []);
        return isProven && !work.IsUsedUp;
    }

    /// <summary>Takes what must hold apart, and tries each way in which an "any" may hold.</summary>
    private bool Refute(Stack<Formula> pending, List<Literal> literals)
    {
        while (pending.TryPop(out var formula))
        {
            if (work.IsUsedUp)
            {
                return false;
            }

            switch (formula)
            {
                case Formula.Leaf leaf:
                    literals.Add(leaf.Literal);
                    break;
                case Formula.Several { All: true } all:
                    PushLast(pending, all.Parts);
                    break;
                case Formula.Several { Parts: [var only] }:
                    pending.Push(only);
                    break;
                case Formula.Several any:
                    work.Spend(pending.Count + literals.Count + 1);
                    if (Contradict(literals))
                    {
                        return true;
                    }

                    return any.Parts.All(part => Refute(With(pending, part), [.. literals]));
            }
        }

        return Contradict(literals);
    }

    /// <summary>Those with choices at the bottom, so that what is sure is known before a choice is tried.</summary>
    private static void PushLast(Stack<Formula> pending, IReadOnlyList<Formula> parts)
    {
        foreach (var part in parts.OrderBy(part => part is Formula.Leaf ? 1 : 0))
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
        work.Spend(literals.Count + 1);
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

    /// <summary>There is no value for which all of them are as they must be.</summary>
    private bool ContradictOfOne(IReadOnlyList<Literal> literals)
    {
        var path = literals[0].Test.Left;
        if ((domainOf?.Invoke(path, literals) ?? Shapes.Of(path, literals)) is not { } shapes)
        {
            return false;
        }

        work.Spend((shapes.Count * literals.Count) + literals.Sum(literal => literal.Test.Keywords?.Keywords.Count ?? 0));
        if (work.IsUsedUp)
        {
            return false;
        }

        var noText = Implication.ByParts(literals);
        return Implication.ByKeywords(literals) || shapes.All(shape =>
            (noText && shape.Kind is not (ShapeKind.Exact or ShapeKind.List or ShapeKind.Object))
            || literals.Any(literal => ShapeTest.Holds(literal.Test, shape) is { } holds && holds != literal.Holds));
    }
}
