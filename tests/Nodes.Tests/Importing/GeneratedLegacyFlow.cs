using System.Globalization;
using System.Text.Json.Nodes;

namespace FlowEngine.Nodes.Tests.Importing;

/// <summary>A legacy flow made from a seed: a graph without circles, with the dirt that such flows have.</summary>
internal sealed class GeneratedLegacyFlow
{
    private static readonly string[] s_types =
    [
        "welcome", "history_loader", "sentiment_detection", "category_detection", "condition", "price_query", "product_search", "stock_sorter",
        "currency_converter", "product_comparison", "contact_request", "context_builder", "ai_response", "link_generator", "message_saver",
        "share_contact", "webhook", "collect_data", "end",
    ];

    private static readonly string[] s_conditions = ["contains", "equals", "starts_with", "ends_with", "regex", "context_has", "context_equals", "unheard_of"];
    private static readonly string[] s_values = ["transpalet", "forklift", "nedir", "tamam", "istiyorum", "listele"];
    private static readonly string[] s_keys = ["user_sentiment", "detected_category"];
    private static readonly string[] s_intents = ["purchase_intent", "comparison", "question", "support_request", "browsing"];

    private readonly Random _random;
    private readonly string[] _ids;
    private readonly JsonArray _edges = [];

    public GeneratedLegacyFlow(int seed)
    {
        _random = new Random(seed);
        _ids = [.. Enumerable.Range(1, _random.Next(1, 13)).Select(Id)];
        var nodes = new JsonArray([.. _ids.Select((id, index) => Node(id, index))]);
        var order = _random.Next(3) == 0 ? new JsonArray([.. nodes.Reverse().Select(node => node!.DeepClone())]) : nodes;
        Flow = new JsonObject { ["nodes"] = order, ["edges"] = _edges };
        if (_random.Next(4) == 0)
        {
            Flow["variables"] = new JsonObject { ["x"] = 1 };
        }

        Json = _random.Next(3) switch
        {
            0 => new JsonObject { ["start_node_id"] = Start, ["flow_data"] = Flow.ToJsonString() }.ToJsonString(),
            1 => new JsonObject { ["start_node_id"] = Start, ["flow_data"] = Flow.DeepClone() }.ToJsonString(),
            _ => Flow.ToJsonString(),
        };
    }

    public JsonObject Flow { get; }

    /// <summary>The flow, or a row with it.</summary>
    public string Json { get; }

    public string Start => _ids[0];

    private string Id(int number) => _random.Next(4) switch
    {
        0 => number.ToString(CultureInfo.InvariantCulture),
        1 => $"düğüm-{number}",
        2 => $"node_{number}_{new string('x', _random.Next(60))}",
        _ => $"node_{number}",
    };

    private JsonObject Node(string id, int index)
    {
        var type = s_types[_random.Next(s_types.Length)];
        var config = new JsonObject();
        Settings(type, config);
        foreach (var key in Keys(type))
        {
            Point(config, key, id, index);
        }

        if (type == "sentiment_detection")
        {
            var routes = new JsonObject();
            foreach (var intent in s_intents.Where(_ => _random.Next(3) > 0))
            {
                Point(routes, intent, id, index);
            }

            config["sentiment_routes"] = routes;
        }

        if (_random.Next(5) == 0)
        {
            config[_random.Next(2) == 0 ? "next_nod" : "colour"] = "blue";
        }

        var node = new JsonObject
        {
            ["id"] = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _random.Next(2) == 0 ? number : id,
            ["type"] = type,
            ["config"] = config.Count == 0 ? new JsonArray() : config,
        };
        return Placed(node);
    }

    private JsonObject Placed(JsonObject node)
    {
        var shape = _random.Next(4);
        if (shape < 2)
        {
            node["position"] = new JsonObject { ["x"] = _random.Next(1000) + 0.25, ["y"] = -_random.Next(1000) };
        }
        else if (shape == 2)
        {
            (node["pos_x"], node["pos_y"]) = ("12.5", 3);
        }

        return node;
    }

    private static string[] Keys(string type) => type switch
    {
        "end" => [],
        "sentiment_detection" => ["default_next_node"],
        "category_detection" => ["next_node", "no_category_next_node"],
        "price_query" or "product_search" => ["next_node", "no_products_next_node"],
        "condition" => ["true_node", "false_node"],
        "collect_data" => ["next_node", "retry_node"],
        "webhook" => ["success_node", "error_node"],
        _ => ["next_node"],
    };

    private void Settings(string type, JsonObject config)
    {
        switch (type)
        {
            case "welcome":
                config["welcome_message"] = "Merhaba {{name}}";
                break;
            case "ai_response":
                config["system_prompt"] = "Niyet: {{context.user_sentiment}} {{tenant.directive.tone}}";
                config["max_tokens"] = "500";
                break;
            case "webhook":
                config["url"] = "https://api.example.com/hook";
                config["payload"] = new JsonObject { ["text"] = "{{context.user_message}}" };
                break;
            case "history_loader" when _random.Next(2) == 0:
                config["limit"] = "5";
                break;
            case "condition":
                var kind = s_conditions[_random.Next(s_conditions.Length)];
                var isContext = kind.StartsWith("context", StringComparison.Ordinal);
                config["condition_type"] = kind;
                config["value"] = isContext ? s_keys[_random.Next(s_keys.Length)] : _random.Next(8) == 0 ? "" : s_values[_random.Next(s_values.Length)];
                if (kind == "context_equals")
                {
                    (config["value"], config["context_value"]) = ("user_sentiment", s_intents[_random.Next(s_intents.Length)]);
                }

                break;
        }
    }

    /// <summary>A later node as a rule; nothing, null, the empty text or a node that is not there as well.</summary>
    private void Point(JsonObject holder, string key, string id, int index)
    {
        var dice = _random.Next(20);
        var target = index + 1 < _ids.Length ? _ids[_random.Next(index + 1, _ids.Length)] : null;
        if (dice == 0)
        {
            return;
        }

        holder[key] = dice switch
        {
            1 => null,
            2 => "",
            3 => "node_that_is_gone",
            4 when int.TryParse(target, out var number) => number,
            _ => target,
        };
        if (target is not null && _random.Next(8) > 0)
        {
            // Some edges are of another way than the configuration's.
            var drawn = _random.Next(10) == 0 ? _ids[_random.Next(_ids.Length)] : target;
            _edges.Add(new JsonObject { ["id"] = $"edge_{_random.Next(6)}", ["source"] = id, ["target"] = drawn });
        }
    }
}
