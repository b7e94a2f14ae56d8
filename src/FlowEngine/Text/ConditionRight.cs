using System.Text.Json;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>The right side of a comparison as its operator needs it.</summary>
internal sealed record ConditionRight(IReadOnlyList<ConditionOperand> Operands, KeywordMatcher? Keywords = null, Regex? Pattern = null)
{
    public static ConditionRight? Read(ConditionOperator op, JsonElement right, out string error)
    {
        error = "";
        switch (op)
        {
            case ConditionOperator.IsSet or ConditionOperator.IsEmpty:
                return new([]);
            case ConditionOperator.HasKeyword:
                if (KeywordMatcher.TryParse(right, out var keywords, out var reason))
                {
                    return new([], keywords);
                }

                error = reason;
                return null;
            case ConditionOperator.Matches:
                return SafePattern.Read(JsonText.Of(right), out error) is { } pattern ? new([], null, pattern) : null;
            case ConditionOperator.In or ConditionOperator.Between:
                return ReadSeveral(op, right, out error);
            default:
                return ReadOperand(right, out error) is { } operand ? new([operand]) : null;
        }
    }

    private static ConditionRight? ReadSeveral(ConditionOperator op, JsonElement right, out string error)
    {
        List<ConditionOperand> operands = [];
        if (right.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in right.EnumerateArray())
            {
                if (ReadOperand(item, out error) is not { } operand)
                {
                    return null;
                }

                operands.Add(operand);
            }
        }
        else if (ReadOperand(right, out error) is { } single)
        {
            operands.AddRange(SplitByComma(single));
        }
        else
        {
            return null;
        }

        error = op == ConditionOperator.Between && operands.Count != 2 ? "between needs two values: the least and the greatest"
            : operands.Count == 0 ? "needs at least one value"
            : "";
        return error.Length == 0 ? new(operands) : null;
    }

    private static IEnumerable<ConditionOperand> SplitByComma(ConditionOperand operand) =>
        operand.Literal.Text is { } text
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(item => ConditionOperand.Of(Value.Of(item)))
            : [operand];

    private static ConditionOperand? ReadOperand(JsonElement json, out string error)
    {
        error = "";
        switch (json.ValueKind)
        {
            case JsonValueKind.Undefined:
                error = "is missing";
                return null;
            case JsonValueKind.String:
                if (Template.TryRead(json, out var template, out var reason))
                {
                    return ConditionOperand.Of(template);
                }

                error = reason;
                return null;
            default:
                try
                {
                    return ConditionOperand.Of(Value.FromJson(json));
                }
                catch (InvalidOperationException)
                {
                    error = "holds text that is not valid Unicode";
                    return null;
                }
        }
    }
}
