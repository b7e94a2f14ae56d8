using System.Text.Json;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>A reply as a client reads it.</summary>
public sealed record Reply(JsonElement Json)
{
    public string ConversationId => Text("conversationId");

    public string SessionId => Text("sessionId");

    public string TurnId => Text("turnId");

    public string Engine => Text("engine");

    public string Status => Text("status");

    public string? Failure => Json.TryGetProperty("failure", out var failure) ? failure.GetProperty("code").GetString() : null;

    public IReadOnlyList<JsonElement> Messages => [.. Json.GetProperty("messages").EnumerateArray()];

    /// <summary>The assistant's texts but for the greeting.</summary>
    public string Answer => string.Join('\n', Messages.Where(message => Kind(message) != "greeting").Select(Content));

    public IReadOnlyList<string> Kinds => [.. Messages.Select(Kind)];

    public IReadOnlyList<JsonElement> Products =>
    [
        .. Messages.SelectMany(message => message.TryGetProperty("products", out var products) ? [.. products.EnumerateArray()] : Array.Empty<JsonElement>()),
    ];

    public IReadOnlyList<string> ProductNames => [.. Products.Select(product => product.GetProperty("name").GetString()!)];

    public IReadOnlyList<(string Id, string Type, string? Port)> Steps =>
    [
        .. Json.GetProperty("trace").GetProperty("steps").EnumerateArray().Select(step => (
            step.GetProperty("nodeId").GetString()!,
            step.GetProperty("type").GetString()!,
            step.TryGetProperty("port", out var port) ? port.GetString() : null)),
    ];

    public static Reply Parse(string json) => new(JsonElement.Parse(json));

    public static string Kind(JsonElement message) => message.GetProperty("kind").GetString()!;

    public static string Content(JsonElement message) => message.GetProperty("content").GetString()!;

    private string Text(string name) => Json.GetProperty(name).GetString()!;
}
