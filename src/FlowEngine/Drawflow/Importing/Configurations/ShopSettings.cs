using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing.Configurations;

internal static class ShopSettings
{
    /// <summary>What the legacy engine took where nothing was said; our own default is another.</summary>
    private const int LegacySearchLimit = 3;

    public static void CategoryDetection(LegacyConfig config)
    {
        var written = config.Take("category_questions");
        if (!written.IsObject() || !written.EnumerateObject().Any())
        {
            return;
        }

        var questions = new JsonObject();
        foreach (var category in written.EnumerateObject().Where(category => category.Value.IsArray()))
        {
            var pointer = JsonPointer.Append(config.PointerTo("category_questions"), category.Name);
            questions[category.Name] = new JsonArray([.. category.Value.EnumerateArray()
                .Select((question, index) => Question(config, question, JsonPointer.Append(pointer, index)))
                .OfType<JsonNode>()]);
        }

        config.Data["category_questions"] = questions;
        config.Note("questions_not_asked", config.PointerTo("category_questions"), "The legacy engine stored these questions and never asked them.", "They are not asked either, until 'ask_questions' is true.");
    }

    public static void PriceQuery(LegacyConfig config)
    {
        config.CopyNumber("limit", 1, 50);
        config.Copy("show_vat");
        config.CopyNumber("vat_rate", 0, 100);
        config.CopyText("vat_note");
        ExcludedCategories(config);
    }

    public static void ProductSearch(LegacyConfig config)
    {
        config.CopyNumber("search_limit", 1, 50, config.Has("search_limit") || !config.Has("limit") ? null : "limit");
        config.Data.TryAdd("search_limit", LegacySearchLimit);
        config.Copy("sort_by_stock");
        if (config.Has("use_meilisearch"))
        {
            config.Take("use_meilisearch");
            config.Note("search_engine", config.PointerTo("use_meilisearch"), "There is one search: the catalogue's own.", "'use_meilisearch' is left out.");
        }
    }

    public static void StockSorter(LegacyConfig config)
    {
        config.CopyNumber("high_stock_threshold", 0, 1_000_000);
        config.Copy("exclude_out_of_stock");
    }

    public static void StockCheck(LegacyConfig config)
    {
        StockSorter(config);
        config.Data["exclude_out_of_stock"] = true;
    }

    public static void ContactRequest(LegacyConfig config) => config.Copy("callback_form_url");

    /// <summary>Categories were numbers of the old shop's table; ours are slugs.</summary>
    private static void ExcludedCategories(LegacyConfig config)
    {
        var written = config.Take("exclude_categories");
        if (!written.IsArray() || written.GetArrayLength() == 0)
        {
            return;
        }

        var slugs = written.EnumerateArray().Select(entry => entry.Text()).OfType<string>().Where(text => !text.All(char.IsAsciiDigit)).ToList();
        if (slugs.Count > 0)
        {
            config.Data["exclude_categories"] = new JsonArray([.. slugs.Select(slug => JsonValue.Create(slug))]);
        }

        if (slugs.Count < written.GetArrayLength())
        {
            config.Decide(
                "category_numbers",
                config.PointerTo("exclude_categories"),
                $"Categories {string.Join(", ", written.EnumerateArray().Take(20).Select(entry => Shown.Of(entry.ToString())))} are numbers of the old shop; categories are named by slug.",
                "Nothing is excluded by number: write the slugs into 'exclude_categories'.");
        }
    }

    private static JsonObject? Question(LegacyConfig config, JsonElement question, string pointer)
    {
        if (question.Member("key").Text() is not { Length: > 0 } key || config.Text(question.Member("question"), pointer + "/question") is not { } text)
        {
            config.Warn("question_unreadable", pointer, "A question needs a key and a text.", "It is left out.");
            return null;
        }

        var made = new JsonObject { ["key"] = key, ["question"] = text };
        if (question.Member("options") is { ValueKind: JsonValueKind.Array } options && options.GetArrayLength() > 0)
        {
            made["options"] = new JsonArray([.. options.EnumerateArray().Select(option => config.Text(option, pointer + "/options")).OfType<JsonNode>()]);
        }

        return made;
    }
}
