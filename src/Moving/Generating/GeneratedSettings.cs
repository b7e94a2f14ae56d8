namespace FlowEngine.Moving.Generating;

/// <summary>Directives of every type, prompts, configurations and the registry of node types.</summary>
internal static class GeneratedSettings
{
    private static readonly (string Key, string? Value, string? Type)[] s_directives =
    [
        ("greeting_style", "Samimi ve kısa, ölçülü ol.", "string"), ("max_products", "5", "integer"), ("use_emojis", "true", "boolean"),
        ("working_hours", """{"hafta_içi":"09:00-18:00"}""", "json"), ("banned_words", """["bedava","garanti"]""", "array"),
        ("limit_of_words", "çok", "integer"), ("broken_json", """{"a":""", "json"), ("no_value", null, "string"), ("odd_type", "x", "float"),
        ("mangled", GeneratedTexts.Mangled("Türkçe şikâyet"), "string"),
    ];

    private static readonly string[] s_nodes =
    [
        "welcome", "ai_response", "context_builder", "history_loader", "message_saver", "sentiment_detection", "link_generator", "condition", "collect_data",
        "end", "category_detection", "price_query", "product_search", "stock_sorter", "currency_converter", "product_comparison", "contact_request",
        "share_contact", "quotation",
    ];

    public static IEnumerable<GeneratedRow> Rows(GeneratorOptions options)
    {
        var (directive, prompt, configuration) = (0L, 0L, 0L);
        for (var tenant = 1L; tenant <= options.Tenants; tenant++)
        {
            foreach (var (key, value, type) in s_directives)
            {
                yield return new(LegacyTables.Directives, [++directive, tenant, key, value, type, "general", 1L]);
            }

            yield return new(LegacyTables.Prompts, [++prompt, tenant, "shop-assistant", "Satış", "Sen bir satış danışmanısın.", 1L, 1L]);
            yield return new(LegacyTables.Prompts, [++prompt, tenant, "shop-assistant", "Destek", "Yardım et.", 0L, 1L]);
            yield return new(LegacyTables.Prompts, [++prompt, tenant, "shop-assistant", "Boş", null, 0L, 0L]);
            yield return new(LegacyTables.Configurations, [++configuration, tenant, "ana", "openai", "gpt-4o-mini", "sk-legacy", 1L, 1L]);
            yield return new(LegacyTables.Configurations, [++configuration, tenant, "yedek", "anthropic", "claude-3-haiku", null, 0L, 0L]);
        }

        yield return new(LegacyTables.Directives, [++directive, null, "nobodys", "x", "string", "general", 1L]);
        for (var i = 0; i < s_nodes.Length; i++)
        {
            yield return new(LegacyTables.Nodes, [(long)i + 1, s_nodes[i], $"App\\Nodes\\{s_nodes[i]}", i < 10 ? "common" : "shop", i == 11 ? 0L : 1L, i == 14 ? 0L : 1L, i == 11 ? "[1]" : null]);
        }
    }
}
