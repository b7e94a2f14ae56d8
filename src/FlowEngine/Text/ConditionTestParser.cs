using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>Reads one comparison, as it is written now or as the legacy editor wrote it.</summary>
internal static class ConditionTestParser
{
    private const string LegacyNames =
        "contains, equals, starts_with, ends_with, regex, context_has, context_equals, contains_keywords";

    private static readonly VariablePath s_message = new(VariableRoot.Message, "", []);

    public static ConditionTest? Parse(JsonElement json, string pointer, List<ConditionError> errors)
    {
        var left = ReadLeft(json, "left", pointer, errors);
        if (!JsonText.TryGet(json, "op", out var op))
        {
            errors.Add(new($"{pointer}/op", $"is missing; it is one of {ConditionOperators.Names}"));
            return null;
        }

        if (JsonText.Of(op) is not { } name || !ConditionOperators.ByName.TryGetValue(name, out var known))
        {
            errors.Add(new($"{pointer}/op", $"there is no operator '{Shown(op)}'; it is one of {ConditionOperators.Names}"));
            return null;
        }

        var right = JsonText.Find(json, "right");
        return left is null ? null : Build(left, known, right, $"{pointer}/right", errors);
    }

    public static ConditionTest? ParseLegacy(JsonElement json, JsonElement type, string pointer, List<ConditionError> errors)
    {
        var value = JsonText.Find(json, "value");
        var valuePointer = $"{pointer}/value";
        switch (JsonText.Of(type))
        {
            case "contains_keywords":
                var keywords = JsonText.TryGet(json, "keywords", out var list) ? list : value;
                return Build(s_message, ConditionOperator.HasKeyword, keywords, $"{pointer}/keywords", errors);
            case "context_has":
                return ReadLeft(json, "value", pointer, errors) is { } key
                    ? Build(key, ConditionOperator.IsSet, default, valuePointer, errors)
                    : null;
            case "context_equals":
                var expected = JsonText.Find(json, "context_value");
                return ReadLeft(json, "value", pointer, errors) is { } left
                    ? Build(left, ConditionOperator.Equals, expected, $"{pointer}/context_value", errors)
                    : null;
            case "regex":
                return Build(s_message, ConditionOperator.Matches, value, valuePointer, errors);
            case ("contains" or "equals" or "starts_with" or "ends_with") and { } name:
                return Build(s_message, ConditionOperators.ByName[name], value, valuePointer, errors);
            default:
                errors.Add(new($"{pointer}/condition_type", $"there is no condition type '{Shown(type)}'; it is one of {LegacyNames}"));
                return null;
        }
    }

    private static ConditionTest? Build(
        VariablePath left, ConditionOperator op, JsonElement right, string pointer, List<ConditionError> errors)
    {
        var read = ConditionRight.Read(op, right, out var error);
        if (read is null)
        {
            errors.Add(new(pointer, error));
            return null;
        }

        return new ConditionTest(left, op, read.Operands, read.Keywords, read.Pattern);
    }

    private static VariablePath? ReadLeft(JsonElement json, string member, string pointer, List<ConditionError> errors)
    {
        var text = JsonText.TryGet(json, member, out var element) ? JsonText.Of(element)?.Trim() : null;
        if (text is null)
        {
            errors.Add(new($"{pointer}/{member}", "must be the path of a variable, such as message or walk.products.count"));
            return null;
        }

        var bare = text.StartsWith("{{", StringComparison.Ordinal) && text.EndsWith("}}", StringComparison.Ordinal) && text.Length > 4
            ? text[2..^2]
            : text;
        var path = VariablePath.TryParse(bare);
        if (path is null)
        {
            errors.Add(new($"{pointer}/{member}", $"'{Shortened(text)}' is not the path of a variable"));
        }

        return path;
    }

    private static string Shown(JsonElement json) => Shortened(JsonText.Of(json) ?? json.ValueKind.ToString());

    private static string Shortened(string text) => UnicodeText.Shorten(text, 60);
}
