using System.Text.Json.Nodes;

namespace FlowEngine.Api.Tests.Bodies;

/// <summary>Bodies that are taken, and what stands in addresses. An operation without one is tried with the member alone.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string> s_bodies = new(StringComparer.Ordinal)
    {
        ["POST /api/chat/messages"] = """{ "content": "merhaba", "sessionId": "bodies", "metadata": { "en": "x" } }""",
        ["POST /api/v1/chat/messages"] = """{ "content": "merhaba", "sessionId": "bodies-v1" }""",
        ["POST /api/v2/chat/messages"] = """{ "content": "merhaba", "sessionId": "bodies-v2" }""",
        ["POST /api/comparisons/ignore-rules"] =
            """{ "owner": "o", "reason": "r", "expires": "2099-01-31T00:00:00Z", "field": "messages.text" }""",
        ["PUT /api/admin/kill-switches"] = """{ "kind": "node_type", "subject": "webhook", "reason": "r" }""",
        ["PUT /api/admin/stages/{tenant}"] = """{ "stage": "off", "reason": "r" }""",
        ["PUT /api/admin/settings"] = """{ "fallbackText": { "en": "f" } }""",
        ["POST /api/flows/{name}/rollback"] = """{ "version": 1, "note": "n" }""",
        ["PUT /api/flows/{name}/versions/{version}/settings"] = """{ "fallbackText": { "en": "f" } }""",
        ["POST /api/flows/{name}/versions/{version}/try"] = """{ "message": "merhaba" }""",
        ["PUT /api/admin/ai-configurations/{name}"] = """{ "provider": "offline", "modelName": "offline-1" }""",
    };

    public static JsonObject? Body(ApiOperation operation) =>
        s_bodies.TryGetValue(operation.ToString(), out var body) ? JsonNode.Parse(body)!.AsObject() : null;

    public static string Address(string path) => path
        .Replace("{version}", "1", StringComparison.Ordinal)
        .Replace("{tenant}", "demo", StringComparison.Ordinal)
        .Replace("{slug}", "demo-en", StringComparison.Ordinal)
        .Replace("{test}", "a-test", StringComparison.Ordinal)
        .Replace("{id}", path.Contains("conversations", StringComparison.Ordinal) ? "00000000-0000-7000-8000-000000000000" : "1", StringComparison.Ordinal)
        .Replace("{name}", path.Contains("ai-configurations", StringComparison.Ordinal) ? "bodies" : "shop-assistant", StringComparison.Ordinal);
}
