using System.Globalization;
using System.Text.Json.Nodes;

namespace FlowEngine.Moving.Generating;

/// <summary>Flows in the legacy shape: a sound one, one whose conditions nobody knows, one without a way, one that is no JSON.</summary>
internal static class GeneratedFlows
{
    /// <summary>Names nothing in the databases of all tenants but the first.</summary>
    public const long LastOfTheFirst = 5;

    public static long CountOf(long tenant) => tenant == 1 ? LastOfTheFirst : LastOfTheFirst - 1;

    public static string Data(int kind, long tenant) => (kind % 4) switch
    {
        0 => Sound(tenant),
        1 => UnknownCondition(),
        2 => """{"nodes":[{"id":"node_1","type":"welcome","name":"Start","config":[]}],"edges":[]}""",
        _ => """{"nodes":[{"id":"node_1","type":""",
    };

    private static string Sound(long tenant) => Flow(
        Node(1, "welcome", new() { ["welcome_message"] = string.Create(CultureInfo.InvariantCulture, $"Merhaba, mağaza {tenant}!"), ["next_node"] = "node_2" }),
        Node(2, "ai_response", new() { ["system_prompt"] = "Kısa cevap ver.", ["next_node"] = "node_3" }),
        Node(3, "end", []));

    private static string UnknownCondition() => Flow(
        Node(1, "welcome", new() { ["welcome_message"] = "Merhaba!", ["next_node"] = "node_2" }),
        Node(2, "condition", new() { ["condition_type"] = "contains_keywords", ["keywords"] = "ucuz", ["true_node"] = "node_3", ["false_node"] = "node_4" }),
        Node(3, "price_query", new() { ["exclude_categories"] = new JsonArray(44), ["next_node"] = "node_4" }),
        Node(4, "ai_response", new() { ["system_prompt"] = "Cevapla.", ["next_node"] = "node_5" }),
        Node(5, "end", []));

    private static string Flow(params JsonObject[] nodes)
    {
        var edges = nodes.Zip(nodes.Skip(1)).Select(pair => (JsonNode)new JsonObject
        {
            ["id"] = "edge", ["source"] = pair.First["id"]!.DeepClone(), ["target"] = pair.Second["id"]!.DeepClone(),
        });
        return new JsonObject { ["nodes"] = new JsonArray([.. nodes]), ["edges"] = new JsonArray([.. edges]) }.ToJsonString();
    }

    private static JsonObject Node(int number, string type, JsonObject config) => new()
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"node_{number}"), ["type"] = type, ["name"] = type, ["class"] = "",
        ["config"] = config.Count == 0 ? new JsonArray() : config, ["position"] = new JsonObject { ["x"] = number * 200, ["y"] = 100.5 },
    };
}
