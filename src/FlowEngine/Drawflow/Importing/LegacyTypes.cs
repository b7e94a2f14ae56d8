using System.Collections.Frozen;
using FlowEngine.Drawflow.Importing.Configurations;

namespace FlowEngine.Drawflow.Importing;

/// <summary>The node types of the legacy registry, and of the scaffolds whose keys survive in old flows.</summary>
internal static class LegacyTypes
{
    private static readonly string[] s_next = ["next"];
    private static readonly string[] s_nextOrError = ["next", "error"];
    private static readonly string[] s_found = ["found|output_found", "not_found|output_not_found"];

    private static readonly FrozenDictionary<string, LegacyType> s_types = new Dictionary<string, LegacyType>(StringComparer.Ordinal)
    {
        ["welcome"] = Plain("welcome", CommonSettings.Welcome),
        ["history_loader"] = Plain("history_loader", CommonSettings.HistoryLoader),
        ["sentiment_detection"] = new("sentiment_detection", SentimentRoutes.Outputs, CommonSettings.Nothing, SentimentRoutes.Of),
        ["category_detection"] = new("category_detection", ["detected|found", "not_detected|not_found"], ShopSettings.CategoryDetection, CategoryRoutes),
        ["price_query"] = new("price_query", s_found, ShopSettings.PriceQuery, FoundRoutes),
        ["product_search"] = new("product_search", s_found, ShopSettings.ProductSearch, FoundRoutes),
        ["stock_sorter"] = Plain("stock_sorter", ShopSettings.StockSorter),
        ["currency_converter"] = new("currency_converter", s_nextOrError, CommonSettings.Nothing, NextRoute),
        ["product_comparison"] = new("product_comparison", ["compared|next", "not_enough"], CommonSettings.Nothing, NextRoute),
        ["contact_request"] = Plain("contact_request", ShopSettings.ContactRequest),
        ["context_builder"] = Plain("context_builder", CommonSettings.ContextBuilder),
        ["ai_response"] = new("ai_response", s_nextOrError, CommonSettings.AiResponse, NextRoute),
        ["link_generator"] = Plain("link_generator", CommonSettings.LinkGenerator),
        ["message_saver"] = Plain("message_saver", CommonSettings.MessageSaver),
        ["condition"] = new("condition", ["true|output_true", "false|output_false"], ConditionSettings.Convert, ConditionSettings.Routes),
        ["collect_data"] = new("collect_data", ["success|output_success", "gave_up|retry|output_retry", "timeout"], CollectDataSettings.Convert, CollectDataSettings.Routes),
        ["share_contact"] = Plain("share_contact", IntegrationSettings.ShareContact),
        ["webhook"] = new("webhook", ["success|output_success", "error|output_error"], IntegrationSettings.Webhook, WebhookRoutes),
        ["end"] = new("end", [], CommonSettings.End, _ => []),
        ["product_recommendation"] = new("product_search", s_found, ShopSettings.ProductSearch, FoundRoutes, IsScaffold: true),
        ["price_filter"] = new("price_query", s_found, ShopSettings.PriceQuery, FoundRoutes, IsScaffold: true),
        ["currency_convert"] = new("currency_converter", s_nextOrError, CommonSettings.Nothing, NextRoute, IsScaffold: true),
        ["stock_check"] = Plain("stock_sorter", ShopSettings.StockCheck) with { IsScaffold = true },
        ["comparison"] = new("product_comparison", ["compared|next", "not_enough"], CommonSettings.Nothing, NextRoute, IsScaffold: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => s_types.Keys.Order(StringComparer.Ordinal);

    public static LegacyType? Find(string name) => s_types.GetValueOrDefault(name);

    /// <summary>A type that nobody knows keeps its name, so that the check refuses it until a person has decided.</summary>
    public static LegacyType Unknown(string name) => Plain(name, CommonSettings.Nothing);

    private static LegacyType Plain(string target, Action<LegacyConfig> convert) => new(target, s_next, convert, NextRoute);

    private static IEnumerable<LegacyRoute> NextRoute(LegacyConfig config) => [LegacyRoutes.Of(config, 1, "next_node")];

    private static IEnumerable<LegacyRoute> FoundRoutes(LegacyConfig config) =>
        [LegacyRoutes.Of(config, 1, "next_node"), LegacyRoutes.Of(config, 2, "no_products_next_node")];

    private static IEnumerable<LegacyRoute> CategoryRoutes(LegacyConfig config) => config.Has("category_found_node") && !config.Has("next_node")
        ? [LegacyRoutes.Misspelt(config, 1, "next_node", "category_found_node"), LegacyRoutes.Misspelt(config, 2, "no_category_next_node", "category_not_found_node")]
        : [LegacyRoutes.Of(config, 1, "next_node"), LegacyRoutes.Of(config, 2, "no_category_next_node", "next_node")];

    private static IEnumerable<LegacyRoute> WebhookRoutes(LegacyConfig config) =>
        [LegacyRoutes.Of(config, 1, "success_node"), LegacyRoutes.Of(config, 2, "error_node")];
}
