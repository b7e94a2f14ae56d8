using System.Text.Json.Nodes;

namespace FlowEngine.Api.OpenApi;

/// <summary>Requests that work on the demo's tenant: with them every operation can be tried by the document alone.</summary>
internal static class Examples
{
    private const string Flow = """
        {"drawflow":{"Home":{"data":{"1":{"id":1,"name":"message","data":{"content":"Hello!"},"class":"message","html":"","typenode":false,
        "inputs":{"input_1":{"connections":[]}},"outputs":{"output_1":{"connections":[]}},"pos_x":0,"pos_y":0}}}}}
        """;

    private const string Message = """{"content":"merhaba"}""";

    private static readonly Dictionary<string, string> s_bodies = new(StringComparer.Ordinal)
    {
        ["sendMessage"] = Message,
        ["sendMessageToV1"] = Message,
        ["sendMessageToV2"] = Message,
        ["checkFlow"] = Flow,
        ["saveFlow"] = Flow,
        ["rollBackFlow"] = """{"version":1,"note":"Back to the first."}""",
        ["saveFlowVersionSettings"] = """{"fallbackText":{"en":"Sorry, I did not understand."}}""",
        ["saveFlowTest"] = """{"name":"greets","turns":[{"say":"merhaba"}]}""",
        ["saveConversationAsFlowTest"] = """{"conversationId":"019aa5f0-7c1e-7d4b-9d57-0f0f5f9e6b11","name":"a-real-one"}""",
        ["tryFlowVersion"] = """{"message":"merhaba"}""",
        ["saveAiConfiguration"] = """{"provider":"offline","modelName":"offline-1","priority":10}""",
        ["saveSecret"] = """{"value":"a key that nobody is shown"}""",
        ["changeSettings"] = """{"fallbackText":{"en":"Sorry, I did not understand."}}""",
        ["createTenant"] = """{"slug":"acme","name":"Acme","languages":["en"]}""",
        ["changeTenant"] = """{"timeZone":"Europe/Istanbul"}""",
        ["setStage"] = """{"stage":"off","reason":"Back to the legacy assistant."}""",
        ["setKillSwitch"] = """{"kind":"node_type","subject":"webhook","reason":"The other side is down."}""",
        ["addIgnoreRule"] = """{"owner":"ayse","reason":"Agreed with the shop.","expires":"2099-01-31T00:00:00Z","field":"messages.text"}""",
    };

    private static readonly Dictionary<string, JsonNode> s_parameters = new(StringComparer.Ordinal)
    {
        ["version"] = 1,
        ["tenant"] = "demo",
        ["slug"] = "acme",
        ["test"] = "greets",
        ["kind"] = "node_type",
        ["subject"] = "webhook",
        ["conversationId"] = "019aa5f0-7c1e-7d4b-9d57-0f0f5f9e6b11",
    };

    public static JsonNode? Body(string? operation) =>
        s_bodies.TryGetValue(operation ?? "", out var body) ? JsonNode.Parse(body) : null;

    /// <param name="path">Of the operation: a name is one of what the path is about.</param>
    public static JsonNode? Parameter(string name, string path) => name switch
    {
        "name" when path.Contains("ai-configurations", StringComparison.Ordinal) => "second",
        "name" when path.Contains("secrets", StringComparison.Ordinal) => "CRM_KEY",
        "name" => "shop-assistant",
        "id" when path.Contains("ignore-rules", StringComparison.Ordinal) => 1,
        "id" => "019aa5f0-7c1e-7d4b-9d57-0f0f5f9e6b11",
        _ => s_parameters.GetValueOrDefault(name)?.DeepClone(),
    };
}
