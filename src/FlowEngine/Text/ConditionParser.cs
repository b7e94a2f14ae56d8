using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>Reads a condition's JSON and gathers all its errors.</summary>
internal sealed class ConditionParser
{
    public const int MaxDepth = 32;

    private readonly List<ConditionError> _errors = [];

    public IReadOnlyList<ConditionError> Errors => _errors;

    /// <summary>Null if there is nothing usable; usable only while there are no errors.</summary>
    public ConditionNode? Parse(JsonElement json) => Parse(json, "", 0);

    private ConditionNode? Parse(JsonElement json, string pointer, int depth)
    {
        if (depth > MaxDepth)
        {
            return Fail(pointer, $"groups are nested deeper than {MaxDepth} levels");
        }

        if (json.ValueKind == JsonValueKind.Array)
        {
            return ParseGroup(json, pointer, depth, all: true);
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return Fail(pointer, "a condition is an object with left, op and right, or with all or any");
        }

        var hasAll = JsonText.TryGet(json, "all", out var all);
        var hasAny = JsonText.TryGet(json, "any", out var any);
        if (hasAll || hasAny)
        {
            var groupOfAll = hasAll ? ParseGroup(all, $"{pointer}/all", depth, all: true) : null;
            var groupOfAny = hasAny ? ParseGroup(any, $"{pointer}/any", depth, all: false) : null;
            return groupOfAll is null ? groupOfAny
                : groupOfAny is null ? groupOfAll
                : new ConditionGroup(true, [groupOfAll, groupOfAny]);
        }

        return JsonText.TryGet(json, "condition_type", out var type)
            ? ConditionTestParser.ParseLegacy(json, type, pointer, _errors)
            : ConditionTestParser.Parse(json, pointer, _errors);
    }

    private ConditionGroup? ParseGroup(JsonElement json, string pointer, int depth, bool all)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            Fail(pointer, "must be a list of conditions");
            return null;
        }

        List<ConditionNode> children = [];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (Parse(item, $"{pointer}/{index++}", depth + 1) is { } child)
            {
                children.Add(child);
            }
        }

        if (index == 0)
        {
            Fail(pointer, "needs at least one condition");
        }

        return new ConditionGroup(all, children);
    }

    private ConditionNode? Fail(string pointer, string message)
    {
        _errors.Add(new ConditionError(pointer, message));
        return null;
    }
}
