using System.Text.Json.Nodes;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Nodes;

/// <summary>The form of a node type, made of its schema. What a type has of its own comes before what every node may carry.</summary>
internal static class NodeFields
{
    /// <summary>The name of the node on the canvas, and what a designer notes: of every node, and always shown.</summary>
    private static readonly string[] s_head = ["label", "note"];

    private static readonly HashSet<string> s_common = new(StringComparer.Ordinal) { "label", "note", "retry", "on_error", "timeout_ms" };

    /// <summary>Of use to few: shown on demand.</summary>
    private static readonly HashSet<string> s_more = new(StringComparer.Ordinal)
    {
        "ask_model", "base_url", "callback_form_url", "configuration", "context_builder.variables", "default", "exclude_categories", "exclude_unless_explicit",
        "high_stock_threshold", "knowledge_limit", "knowledge_min_score", "max", "max_tokens", "max_tool_rounds", "min", "min_score", "on_error", "priority",
        "product_limit", "rates_max_age_hours", "retry", "routes", "save_assistant_message", "save_metadata", "save_user_message", "scope", "secret_header",
        "skip_if_known", "store_as", "temperature", "timeout", "timeout_ms", "token_budget", "validation_regex", "vat_note", "vat_rate",
    };

    private static readonly Dictionary<string, FieldWidget> s_widgets = new(StringComparer.Ordinal)
    {
        ["configuration"] = FieldWidget.AiConfiguration,
        ["secret"] = FieldWidget.Secret,
        ["default_port"] = FieldWidget.Port,
        ["jump.target"] = FieldWidget.Node,
        ["sub_flow.flow"] = FieldWidget.Flow,
        ["collect_data.context_key"] = FieldWidget.Variable,
        ["store_as"] = FieldWidget.Variable,
        ["switch.cases"] = FieldWidget.Cases,
        ["sentiment_detection.intents"] = FieldWidget.Intents,
        ["save_lead.fields"] = FieldWidget.Rows,
        ["category_detection.category_questions"] = FieldWidget.Json,
        ["set_variable.assignments"] = FieldWidget.Assignments,
        ["message.cards"] = FieldWidget.Cards,
        ["message.links"] = FieldWidget.Links,
        ["note"] = FieldWidget.Template,
        ["retry"] = FieldWidget.Json,
    };

    public static IReadOnlyList<NodeFieldView> Of(NodeTypeInfo type, JsonObject schema)
    {
        var properties = (JsonObject)schema["properties"]!;
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
        var own = properties.Where(property => !s_common.Contains(property.Key) && !IsDeprecated(property.Value)).Select(property => property.Key).ToList();
        var isCondition = (string?)schema["format"] == "condition";
        var rest = s_common.Except(s_head, StringComparer.Ordinal).Where(properties.ContainsKey).Order(StringComparer.Ordinal);
        var fields = new List<NodeFieldView>();
        foreach (var name in s_head.Concat(isCondition ? [""] : own).Concat(rest))
        {
            var widget = name.Length == 0 ? FieldWidget.Condition : WidgetOf(type.Name, name, properties[name]);
            var description = (string?)properties[name]?["description"];
            fields.Add(new(
                name.Length == 0 ? "" : $"/{name}",
                new(NodeTexts.English.Field(type.Name, name), NodeTexts.Turkish.Field(type.Name, name)),
                description is null ? null : new(description, NodeTexts.Turkish.Help(type.Name, name) ?? description),
                s_more.Contains(name) || s_more.Contains($"{type.Name}.{name}") ? FieldGroup.More : FieldGroup.Basic,
                fields.Count + 1,
                widget,
                required.Contains(name)));
        }

        return fields;
    }

    private static bool IsDeprecated(JsonNode? schema) => schema is JsonObject rules && (bool?)rules["deprecated"] == true;

    private static FieldWidget WidgetOf(string type, string name, JsonNode? schema) =>
        s_widgets.TryGetValue($"{type}.{name}", out var own) || s_widgets.TryGetValue(name, out own) ? own : WidgetOf(schema as JsonObject ?? []);

    private static FieldWidget WidgetOf(JsonObject rules)
    {
        var types = Types(rules);
        return (string?)rules["format"] switch
        {
            "localized_template" => FieldWidget.Text,
            "template" => FieldWidget.Template,
            "value" or "value_template" => FieldWidget.Value,
            "regex" => FieldWidget.Pattern,
            "variable" => FieldWidget.Variable,
            "condition" => FieldWidget.Condition,
            "keywords" => FieldWidget.Chips,
            "choice" => FieldWidget.Choices,
            _ when types.Contains("boolean") => FieldWidget.Toggle,
            _ when rules["enum"] is JsonArray => FieldWidget.Select,
            _ when types.Contains("integer") => FieldWidget.Number,
            _ when types.Contains("array") => ListOf(rules["items"] as JsonObject ?? []),
            _ when types.Contains("object") => FieldWidget.KeyValue,

            // The editor writes numbers as text, and names may be numbers: what is read as a number has a pattern.
            _ when types.Contains("number") && rules.ContainsKey("pattern") => FieldWidget.Number,
            _ when types.Contains("string") => FieldWidget.Line,
            _ => FieldWidget.Json,
        };
    }

    private static FieldWidget ListOf(JsonObject items) => (string?)items["format"] switch
    {
        "choice" => FieldWidget.Choices,
        "localized_template" or "template" => FieldWidget.Texts,
        _ when items["enum"] is JsonArray || Types(items).Contains("string") => FieldWidget.Chips,
        _ => FieldWidget.Json,
    };

    private static HashSet<string> Types(JsonObject rules) => rules["type"] switch
    {
        JsonArray several => [.. several.Select(type => (string)type!)],
        JsonValue one => [(string)one!],
        _ => [],
    };
}
