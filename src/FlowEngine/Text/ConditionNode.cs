using System.Text.RegularExpressions;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>A condition as a tree: a <see cref="ConditionGroup"/> or a <see cref="ConditionTest"/>.</summary>
public abstract record ConditionNode
{
    private protected ConditionNode()
    {
    }
}

/// <summary>All (or any) of the children hold; there is at least one child.</summary>
public sealed record ConditionGroup(bool All, IReadOnlyList<ConditionNode> Children) : ConditionNode;

/// <summary>One comparison.</summary>
/// <param name="Right">None for <c>is_set</c>, <c>is_empty</c>, <c>matches</c> and <c>has_keyword</c>; two for <c>between</c>;
/// any number for <c>in</c>, where a single operand may itself give a list; one for the others.</param>
/// <param name="Keywords">For <c>has_keyword</c> only: those of all languages.</param>
/// <param name="Pattern">For <c>matches</c> only; it cannot backtrack.</param>
public sealed record ConditionTest(
    VariablePath Left, ConditionOperator Operator, IReadOnlyList<ConditionOperand> Right, KeywordMatcher? Keywords = null, Regex? Pattern = null)
    : ConditionNode;
