using System.Collections.Frozen;

namespace FlowEngine.Text;

public enum ConditionOperator
{
    Equals,
    NotEquals,
    Contains,
    StartsWith,
    EndsWith,
    Matches,
    HasKeyword,
    GreaterThan,
    GreaterOrEqual,
    LessThan,
    LessOrEqual,
    Between,
    In,
    IsSet,
    IsEmpty,
}

/// <summary>The operators as they are written.</summary>
public static class ConditionOperators
{
    public static FrozenDictionary<string, ConditionOperator> ByName { get; } = new Dictionary<string, ConditionOperator>
    {
        ["equals"] = ConditionOperator.Equals,
        ["not_equals"] = ConditionOperator.NotEquals,
        ["contains"] = ConditionOperator.Contains,
        ["starts_with"] = ConditionOperator.StartsWith,
        ["ends_with"] = ConditionOperator.EndsWith,
        ["matches"] = ConditionOperator.Matches,
        ["has_keyword"] = ConditionOperator.HasKeyword,
        ["gt"] = ConditionOperator.GreaterThan,
        ["gte"] = ConditionOperator.GreaterOrEqual,
        ["lt"] = ConditionOperator.LessThan,
        ["lte"] = ConditionOperator.LessOrEqual,
        ["between"] = ConditionOperator.Between,
        ["in"] = ConditionOperator.In,
        ["is_set"] = ConditionOperator.IsSet,
        ["is_empty"] = ConditionOperator.IsEmpty,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public const string Names =
        "equals, not_equals, contains, starts_with, ends_with, matches, has_keyword, gt, gte, lt, lte, between, in, is_set, is_empty";
}
