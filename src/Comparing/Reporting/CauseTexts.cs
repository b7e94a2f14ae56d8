using System.Collections.Frozen;

namespace FlowEngine.Comparing.Reporting;

/// <summary>What the key of a cause says, in words.</summary>
public static class CauseTexts
{
    private static readonly FrozenDictionary<string, string> s_given = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["language"] = "The models were asked in different languages",
        ["message"] = "The models were given different questions",
        ["category"] = "The models were given different product categories",
        ["price_query"] = "The question was read as a different kind of price question",
        ["product_search"] = "Only one engine searched the catalogue, and found nothing",
        ["products"] = "The models were given different products",
        ["product_order"] = "The models were given the same products in a different order",
        ["comparison"] = "Only one model was given a comparison of products, or of others",
        ["passages"] = "The models were given different passages of the knowledge base",
        ["contact"] = "The models were given different contact details",
        ["history"] = "The models were given a different part of the conversation",
        ["variables"] = "The models were given different variables",
        ["directives"] = "The models were given different directives",
        ["vat_note"] = "The models were given different notes on prices",
        ["prompt"] = "The models were given different prompts",
        ["tenant"] = "The models were told of different shops or currencies",
        ["tools"] = "The models were offered different tools",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["messages.text"] = "wording",
        ["entities.amounts"] = "amounts",
        ["entities.dates"] = "dates and times",
        ["entities.products"] = "products named",
        ["entities.prices"] = "prices of products",
        ["entities.links"] = "links",
        ["entities.emails"] = "e-mail addresses",
        ["entities.phones"] = "telephone numbers",
        ["entities.negation"] = "one affirms what the other denies",
        ["structure.waiting"] = "one asks where the other answers",
        ["structure.messages"] = "number and kind of messages",
        ["structure.path"] = "the branch taken",
        ["messages[].quick_replies"] = "quick replies",
        ["messages[].image"] = "pictures",
        ["handoff"] = "hand-off to a person",
        ["failure"] = "failure",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A sentence; the key itself where it is not of a form that is known.</summary>
    public static string Of(string cluster) => Read(cluster.Split(':')) ?? cluster;

    /// <summary>What differs, as a cause's key or an ignore rule names it.</summary>
    public static string Field(string field) => s_fields.TryGetValue(field, out var text) ? text
        : field.StartsWith("captured.", StringComparison.Ordinal) ? $"captured value '{field["captured.".Length..]}'"
        : field.StartsWith("effects.", StringComparison.Ordinal) ? $"effect '{field["effects.".Length..]}'"
        : field;

    private static string? Read(string[] parts) => parts switch
    {
        ["input"] => "The engines were given different messages or metadata.",
        ["variable", var name] => $"The variable '{name}' had different values before the turn.",
        ["branch", _, var node, "no_model", .. var field] => $"The flow answered without a model, at node {node}{Seen(field)}.",
        ["branch", var node, var ways] when ways.Split('>') is [var left, var right] =>
            $"The walks part at node {node}: one went {Way(left)}, the other {Way(right)}.",
        ["branch", var version, var node, .. { Length: > 0 } field] =>
            $"The flow took another way than V1's answer, at node {node}{(version.Length > 0 ? $" of flow version {version}" : "")}{Seen(field)}.",
        ["failure", var code] => $"The engine that answers failed: {code}.",
        ["failure", var control, var candidate] => $"Failures differ: {Failure(control)}, {Failure(candidate)}.",
        ["passages", var port, var node] when port.Contains('.', StringComparison.Ordinal) => $"{port} answered differently at node {node}.",
        ["model", var models, .. { Length: > 0 } field] when models.Split('>') is [var left, var right] =>
            $"Different models answered, {left} and {right}{Seen(field)}.",
        ["model", var model, .. { Length: > 0 } field] => $"The model {model} answered the same input differently{Seen(field)}.",
        ["post_processing", _, .. { Length: > 0 } field] => $"The models answered the same; what was made of it differs{Seen(field)}.",
        [var part, var node, .. { Length: > 0 } field] when s_given.TryGetValue(part, out var text) => $"{text}, at node {node}{Seen(field)}.",
        _ => null,
    };

    private static string Seen(string[] field) => field is not [var name, ..] ? ""
        : name == "comparator" ? "; the comparison itself failed"
        : $"; seen in: {Field(name)}";

    private static string Way(string way) => way == "-" ? "no further" : way;

    private static string Failure(string side) => side.Split('=') is [var engine, var code]
        ? $"{engine.ToUpperInvariant()} {(code == "none" ? "answered" : $"failed with {code}")}"
        : side;
}
