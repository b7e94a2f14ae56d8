using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow;

internal static class DocumentText
{
    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    /// <summary>JSON with its letters as they are: a document is stored and sent as JSON, never put into a page.</summary>
    public static string Of(JsonNode node) => node.ToJsonString(_options);
}
