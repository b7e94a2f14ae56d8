using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Reading;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Drawflow.Importing.Configurations;

/// <summary>The legacy comparisons as ours: the message's, or of a value of the context.</summary>
internal static class ConditionSettings
{
    private const int ShortestStem = 4;

    private static readonly string[] s_types =
        ["contains", "equals", "starts_with", "ends_with", "regex", "context_has", "context_equals", "contains_keywords"];

    public static void Convert(LegacyConfig config)
    {
        var type = TypeOf(config);
        config.Know("value");
        config.Know("keywords");
        switch (type)
        {
            case "contains" or "equals" or "starts_with" or "ends_with":
                OfMessage(config, type);
                break;
            case "regex":
                OfPattern(config);
                break;
            case "context_has":
                OfContext(config, "is_set");
                break;
            case "context_equals":
                OfContext(config, "equals");
                break;
            case "contains_keywords":
                OfKeywords(config);
                break;
            default:
                Unknown(config, type);
                break;
        }
    }

    public static IEnumerable<LegacyRoute> Routes(LegacyConfig config) =>
    [
        LegacyRoutes.Misspelt(config, 1, "true_node", "true_branch"),
        LegacyRoutes.Misspelt(config, 2, "false_node", "false_branch"),
    ];

    /// <summary>Seeds wrote <c>condition</c>, which the engine refused: the whole message failed.</summary>
    private static string? TypeOf(LegacyConfig config)
    {
        if (config.Has("condition_type") || config.Take("condition") is not { ValueKind: JsonValueKind.String } written)
        {
            return config.Take("condition_type").Text()?.Trim();
        }

        config.Take("condition_type");
        config.Misspelt("condition", "condition_type");
        var type = written.GetString()!.Trim();
        return s_types.Contains(type, StringComparer.Ordinal) || !config.Has("keywords") ? type : "contains_keywords";
    }

    private static void OfMessage(LegacyConfig config, string type)
    {
        if (Scalar(config.Take("value")) is { Length: > 0 } value)
        {
            Write(config, "message", type, LegacyTemplate.Convert(value, config, config.PointerTo("value")));
            return;
        }

        var always = type != "equals";
        config.Warn("empty_value", config.PointerTo("value"), $"'{type}' is compared with nothing: the legacy engine always answered {(always ? "true" : "false")}.", "It still does: write the value that is meant.");
        Write(config, "message", always ? "is_set" : "is_empty", null);
    }

    private static void OfPattern(LegacyConfig config)
    {
        if (Scalar(config.Take("value")) is { Length: > 0 } pattern)
        {
            Write(config, "message", "matches", LegacyPattern.Read(pattern, config, config.PointerTo("value")));
            return;
        }

        config.Warn("empty_value", config.PointerTo("value"), "The pattern is empty: the legacy engine always answered true.", "It still does: write the pattern that is meant.");
        Write(config, "message", "is_set", null);
    }

    private static void OfContext(LegacyConfig config, string op)
    {
        var pointer = config.PointerTo("value");
        var key = Scalar(config.Take("value"));
        var expected = config.Take("context_value");
        if (string.IsNullOrWhiteSpace(key) || LegacyTemplate.PathOf(key, config, pointer) is not { } path)
        {
            Never(config, pointer, "The condition names no key of the context.");
            return;
        }

        JsonNode? right = expected.Text() is { } text ? LegacyTemplate.Convert(text, config, config.PointerTo("context_value"))
            : expected.IsPresent() ? JsonNode.Parse(expected.GetRawText())
            : null;
        if (op == "equals" && right is null)
        {
            op = "is_empty";
        }

        Write(config, path, op, op == "equals" ? right : null);
    }

    private static void OfKeywords(LegacyConfig config)
    {
        var source = config.Has("keywords") ? "keywords" : "value";
        var keywords = Keywords(config.Take(source)).ToList();
        if (keywords.Count == 0)
        {
            Never(config, config.PointerTo(source), "The condition has no keywords.");
            return;
        }

        Write(config, "message", "has_keyword", new JsonArray([.. keywords.Select(keyword => JsonValue.Create(keyword))]));
        config.Warn(
            "never_held",
            config.PointerTo("condition_type"),
            "The legacy engine knew no 'contains_keywords' and always answered false.",
            "It tests the keywords now, as whole words; those of four letters and more permit suffixes (*).");
    }

    private static void Unknown(LegacyConfig config, string? type)
    {
        var near = type is null ? null : Spelling.Nearest(type, s_types);
        config.Know("context_value");
        Never(
            config,
            config.PointerTo("condition_type"),
            (type is null ? "The condition has no 'condition_type'; the legacy engine failed here." : $"There is no condition type {Shown.Of(type)}; the legacy engine always answered false.")
                + (near is null ? string.Empty : $" Was '{near}' meant?"));
    }

    private static void Never(LegacyConfig config, string pointer, string message)
    {
        config.Decide("condition_unknown", pointer, message, "It never holds now, so the way goes on at false: write the condition.");
        Write(config, "message", "is_empty", null);
    }

    private static void Write(LegacyConfig config, string left, string op, JsonNode? right)
    {
        config.Data["left"] = left;
        config.Data["op"] = op;
        if (right is not null)
        {
            config.Data["right"] = right;
        }
    }

    private static IEnumerable<string> Keywords(JsonElement written) =>
        (written.IsArray() ? written.EnumerateArray().Select(Scalar) : CommaList.Split(Scalar(written) ?? string.Empty))
        .Select(keyword => keyword?.Trim() ?? string.Empty)
        .Where(keyword => keyword.Any(char.IsLetterOrDigit))
        .Select(keyword => keyword.EndsWith('*') || keyword[(keyword.LastIndexOf(' ') + 1)..].Length < ShortestStem ? keyword : keyword + "*");

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
