using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Importing;
using Xunit;

namespace FlowEngine.Tests.Drawflow.Importing;

public sealed class LegacyConfigurationTests
{
    [Theory]
    [InlineData("contains", """{"value":"ucuz"}""", """{"left":"message","op":"contains","right":"ucuz"}""")]
    [InlineData("equals", """{"value":"ucuz"}""", """{"left":"message","op":"equals","right":"ucuz"}""")]
    [InlineData("starts_with", """{"value":5}""", """{"left":"message","op":"starts_with","right":"5"}""")]
    [InlineData("ends_with", """{"value":"?"}""", """{"left":"message","op":"ends_with","right":"?"}""")]
    [InlineData("regex", """{"value":"[0-9]+ kg"}""", """{"left":"message","op":"matches","right":"[0-9]+ kg"}""")]
    [InlineData("context_has", """{"value":"detected_category"}""", """{"left":"category","op":"is_set"}""")]
    [InlineData("context_equals", """{"value":"user_sentiment","context_value":"question"}""", """{"left":"intent","op":"equals","right":"question"}""")]
    [InlineData("context_equals", """{"value":"user_sentiment","context_value":null}""", """{"left":"intent","op":"is_empty"}""")]
    public void Condition_OfEveryType_IsOurs(string type, string rest, string expected)
    {
        var result = Import("condition", rest.Insert(1, $"\"condition_type\":\"{type}\",\"true_node\":\"stop\",\"false_node\":\"stop\","));

        AssertData(expected, result);
        Assert.Empty(result.Report);
    }

    [Theory]
    [InlineData("""{"condition_type":"contains","value":""}""", "is_set", "empty_value", ImportSeverity.Warning)]
    [InlineData("""{"condition_type":"equals"}""", "is_empty", "empty_value", ImportSeverity.Warning)]
    [InlineData("""{"condition_type":"regex"}""", "is_set", "empty_value", ImportSeverity.Warning)]
    [InlineData("""{"condition_type":"regex","value":"/ucuz/i"}""", "matches", "pattern_delimiters", ImportSeverity.Warning)]
    [InlineData("""{"condition_type":"regex","value":"(?=x)"}""", "matches", "pattern_unusable", ImportSeverity.Decision)]
    [InlineData("""{"condition_type":"contians","value":"x"}""", "is_empty", "condition_unknown", ImportSeverity.Decision)]
    [InlineData("""{"condition_type":"context_has"}""", "is_empty", "condition_unknown", ImportSeverity.Decision)]
    [InlineData("""{"condition_type":"contains_keywords","keywords":[]}""", "is_empty", "condition_unknown", ImportSeverity.Decision)]
    [InlineData("""{"value":"x"}""", "is_empty", "condition_unknown", ImportSeverity.Decision)]
    [InlineData("""{"condition_type":"contains_keywords","keywords":"ucuz, fiyat"}""", "has_keyword", "never_held", ImportSeverity.Warning)]
    [InlineData("""{"condition":"contains","value":"x"}""", "contains", "misspelt_key", ImportSeverity.Warning)]
    [InlineData("""{"condition_type":"context_has","value":"nobody"}""", "is_set", "unknown_variable", ImportSeverity.Warning)]
    public void Condition_ThatIsFaulty_AnswersAsItDidOrIsReported(string config, string op, string code, ImportSeverity severity)
    {
        var result = Import("condition", config.Insert(1, "\"true_node\":\"stop\",\"false_node\":\"stop\","));

        Assert.Equal(op, (string?)LegacyText.Data(result)["op"]);
        Assert.Equal([code], LegacyText.Codes(result, severity));
    }

    [Theory]
    [InlineData("welcome", """{"welcome_message":"Hi {{context.message}}","show_suggestions":"1","suggestions":["a",{"text":"b"}]}""",
        """{"welcome_message":"Hi {{message}}","show_suggestions":"1","suggestions":["a","b"]}""")]
    [InlineData("welcome", """{"welcome_message":{"tr":"Selam","en":"Hi"}}""", """{"welcome_message":{"tr":"Selam","en":"Hi"}}""")]
    [InlineData("context_builder", """{"include_tenant_directives":false,"include_conversation_history":true,"include_conversation_context":false,"history_limit":"4"}""",
        """{"include_directives":false,"include_history":true,"include_variables":false,"history_limit":4}""")]
    [InlineData("product_search", "{}", """{"search_limit":3}""")]
    [InlineData("product_search", """{"search_limit":7,"sort_by_stock":false,"use_meilisearch":true}""", """{"search_limit":7,"sort_by_stock":false}""")]
    [InlineData("price_query", """{"limit":500,"exclude_categories":[44,"yedek-parca"],"vat_rate":18.5}""", """{"limit":50,"vat_rate":18.5,"exclude_categories":["yedek-parca"]}""")]
    [InlineData("stock_check", """{"high_stock_threshold":3}""", """{"high_stock_threshold":3,"exclude_out_of_stock":true}""")]
    [InlineData("ai_response", """{"prompt":"Answer.","temperature":9,"max_tokens":"many","provider":"openai"}""", """{"system_prompt":"Answer.","on_error":"fail","temperature":2}""")]
    [InlineData("link_generator", """{"base_url":"/shop"}""", "{}")]
    [InlineData("share_contact", """{"contact_types":["Phone","fax"]}""", """{"contact_types":["phone"]}""")]
    [InlineData("webhook", """{"url":"https://a.example/{{context.search_query}}","method":"PUT","headers":{"X-Api-Key":"s3cret","X-Shop":"1"},"payload":{"q":"{{context.message}}","n":[1]},"timeout":90}""",
        """{"url":"https://a.example/{{message}}","method":"put","headers":{"X-Shop":"1"},"timeout":30,"payload":{"q":"{{message}}","n":[1]}}""")]
    [InlineData("collect_data", """{"data_type":"phone","context_key":"mobile","required":false,"validation_regex":"^5","retry_prompt":"?"}""",
        """{"data_type":"phone","context_key":"mobile","required":false,"validation_regex":"^5","retry_prompt":"?"}""")]
    [InlineData("collect_data", """{"data_type":"fax","context_key":"tenant.x"}""", """{"data_type":"text","context_key":"tenant_x_"}""")]
    [InlineData("category_detection", """{"category_questions":{"a":[{"key":"k","question":"?","options":["1"]},{"key":"broken"}]}}""",
        """{"category_questions":{"a":[{"key":"k","question":"?","options":["1"]}]}}""")]
    [InlineData("end", """{"closing_message":"Bye","reset_conversation":true}""", """{"closing_message":"Bye","reset_conversation":true}""")]
    public void Configuration_OfEveryType_IsOurs(string type, string config, string expected) => AssertData(expected, Import(type, config));

    [Fact]
    public void Webhook_WithASecret_DoesNotKeepItAnywhere()
    {
        var result = Import("webhook", """{"url":"https://a.example","headers":{"Authorization":"Bearer abc123"},"payload":{"a":1}}""");

        Assert.Equal(["secret_in_flow"], LegacyText.Codes(result, ImportSeverity.Decision));
        Assert.DoesNotContain("abc123", result.Document!.ToJson(), StringComparison.Ordinal);
        Assert.All(result.Report, finding => Assert.DoesNotContain("abc123", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{{context.user_sentiment}}", "{{intent}}")]
    [InlineData("{{ context.detected_category.name }}", "{{category.name}}")]
    [InlineData("{{tenant.directive.tone}}!", "!")]
    [InlineData("{{name}} {a}", "\\{{name}} {a}")]
    [InlineData("{{context.now}}", "{{conversation.now}}")]
    [InlineData("{{context.}} x", "\\{{context.}} x")]
    [InlineData("open {{", "open \\{{")]
    [InlineData("[LINK:shop:slug]", "[LINK:shop:product:slug]")]
    [InlineData("[LINK:shop:product:{product_id}]", "[LINK:shop:product:{slug}]")]
    [InlineData("[LINK:shop:product:id]", "[LINK:shop:product:slug]")]
    [InlineData("[LINK:blog:x] [LINK:shop:page:a]", "[LINK:blog:x] [LINK:shop:page:a]")]
    public void Prompt_WithPlaces_HasOurs(string text, string expected) =>
        Assert.Equal(expected, (string?)LegacyText.Data(Import("ai_response", new JsonObject { ["system_prompt"] = text }.ToJsonString()))["system_prompt"]);

    [Fact]
    public void Keys_ThatNothingReads_AreKeptBesideAndReported()
    {
        var result = Import("history_loader", """{"limitt":5,"colour":{"a":[1]},"next_node":"stop"}""");

        Assert.Empty(LegacyText.Data(result).AsObject());
        Assert.Equal(["misspelt_key"], LegacyText.Codes(result, ImportSeverity.Warning));
        Assert.Equal(["unread_key"], LegacyText.Codes(result, ImportSeverity.Note));
        Assert.Contains("'limit'", result.Report.Single(finding => finding.Code == "misspelt_key").Message, StringComparison.Ordinal);
        Assert.Equal(
            """{"type":"history_loader","config":{"limitt":5,"colour":{"a":[1]}}}""",
            result.Document!.Home!.Find("n")!.Element.GetProperty("legacy").GetRawText());
    }

    [Theory]
    [InlineData("quotation", null)]
    [InlineData("cart_action", null)]
    [InlineData("product_serch", "product_search")]
    public void Type_ThatIsUnknown_IsKeptForAPersonToDecide(string type, string? suggestion)
    {
        var result = Import(type, """{"a":1,"next_node":"stop"}""");

        Assert.Equal(["type_unknown"], LegacyText.Codes(result, ImportSeverity.Decision));
        Assert.Equal(type, result.Document!.Home!.Find("n")!.Type);
        Assert.Equal(suggestion is not null, result.Report[0].Message.Contains($"Was '{suggestion}' meant?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("product_recommendation", "product_search")]
    [InlineData("price_filter", "price_query")]
    [InlineData("currency_convert", "currency_converter")]
    [InlineData("comparison", "product_comparison")]
    public void Type_ThatWasAScaffold_IsTheNearestOfOurs(string type, string expected)
    {
        var result = Import(type, """{"next_node":"stop","no_products_next_node":"stop"}""");

        Assert.Equal(expected, result.Document!.Home!.Find("n")!.Type);
        Assert.Contains("type_replaced", LegacyText.Codes(result, ImportSeverity.Warning));
    }

    private static LegacyFlowResult Import(string type, string config) => LegacyText.Import(type, config);

    private static void AssertData(string expected, LegacyFlowResult result)
    {
        var data = LegacyText.Data(result);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), data), data.ToJsonString());
    }
}
