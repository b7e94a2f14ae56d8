using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowEngine.Nodes.Tests.Importing;

/// <summary>
/// The legacy engine's rules, as far as they decide the way: every message begins at the start, the configuration says what is next,
/// edges are not read, a missing target stops. Left out, because there is no way to keep or ours is meant to differ:
/// <list type="bullet">
/// <item>messages that failed as a whole: unknown types, conditions without a type, comparisons of fewer than two products;</item>
/// <item>runs of more than 20 nodes, which failed too: generated flows have no circles;</item>
/// <item>what came after <c>collect_data</c>, which could not wait: ours waits there;</item>
/// <item><c>contains_keywords</c>, which always was false: ours tests the keywords;</item>
/// <item>what an earlier message left in the context: each conversation here has one message.</item>
/// </list>
/// </summary>
internal sealed class LegacyEngineModel(JsonElement flow, string start)
{
    private const int MaxNodes = 20;

    private readonly Dictionary<string, JsonElement> _nodes = flow.GetProperty("nodes").EnumerateArray()
        .Where(node => node.TryGetProperty("id", out _))
        .DistinctBy(node => IdOf(node), StringComparer.Ordinal)
        .ToDictionary(IdOf, StringComparer.Ordinal);

    /// <summary>Ids of the nodes in the order they ran; null where the message failed as a whole.</summary>
    public IReadOnlyList<string>? Walk(LegacyMessage message)
    {
        var way = new List<string>();
        var context = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = start;
        while (next is not null && _nodes.TryGetValue(next, out var node))
        {
            way.Add(next);
            var type = node.GetProperty("type").GetString();
            if (type is "end" or "collect_data")
            {
                return way;
            }

            if (way.Count == MaxNodes || (type == "product_comparison" && !context.ContainsKey("searched_products")))
            {
                return null;
            }

            next = Next(type!, node.GetProperty("config"), message, context);
        }

        return way;
    }

    private static string? Next(string type, JsonElement config, LegacyMessage message, Dictionary<string, string> context)
    {
        switch (type)
        {
            case "sentiment_detection":
                context["user_sentiment"] = message.Intent;
                return Target(Or(Member(Member(config, "sentiment_routes"), message.Intent), Member(config, "default_next_node")));
            case "category_detection" when message.HasCategory:
                context["detected_category"] = "1";
                break;
            case "category_detection":
                return Target(Or(Member(config, "no_category_next_node"), Member(config, "next_node")));
            case "product_search" when message.FindsProducts:
                context["searched_products"] = "2";
                break;
            case "product_search" or "price_query" when !message.FindsProducts:
                return Target(config, "no_products_next_node");
            case "condition":
                return Target(config, Holds(config, message.Text, context) ? "true_node" : "false_node");
            case "webhook":
                return Target(config, "success_node");
        }

        return Target(config, "next_node");
    }

    private static bool Holds(JsonElement config, string text, Dictionary<string, string> context)
    {
        var value = (Member(config, "value").GetString() ?? "").ToLowerInvariant();
        return Member(config, "condition_type").GetString() switch
        {
            "contains" => text.Contains(value, StringComparison.Ordinal),
            "equals" => text == value,
            "starts_with" => text.StartsWith(value, StringComparison.Ordinal),
            "ends_with" => text.EndsWith(value, StringComparison.Ordinal),
            "regex" => Regex.IsMatch(text, value, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)),
            "context_has" => context.ContainsKey(value),
            "context_equals" => context.GetValueOrDefault(value) == Member(config, "context_value").GetString(),
            _ => false,
        };
    }

    /// <summary>PHP's <c>??</c>: the empty text is something.</summary>
    private static JsonElement Or(JsonElement first, JsonElement second) =>
        first.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? second : first;

    private static string? Target(JsonElement holder, string key) => Target(Member(holder, key));

    /// <summary>Null and the empty text stop.</summary>
    private static string? Target(JsonElement value) => value switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } id => id,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static JsonElement Member(JsonElement holder, string key) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(key, out var value) ? value : default;

    private static string IdOf(JsonElement node) => node.GetProperty("id").ToString();
}
