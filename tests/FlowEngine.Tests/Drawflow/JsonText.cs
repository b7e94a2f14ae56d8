using System.Text.Json;

namespace FlowEngine.Tests.Drawflow;

internal static class JsonText
{
    /// <summary>Equal for two texts of the same JSON value with the same order of members and the same literals of numbers.</summary>
    public static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        return JsonSerializer.Serialize(document.RootElement);
    }
}
