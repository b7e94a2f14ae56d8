using System.Runtime.InteropServices;
using System.Text.Json;

namespace FlowEngine.Integrations.Wire;

/// <summary>Sorts what a service writes as an answer's content into text, thinking and refusal, however it is nested.</summary>
internal static class ContentParts
{
    private const int MaxDepth = 8;

    /// <param name="content">Text, a part, or a list of either.</param>
    /// <param name="text">Takes the text that is meant for the user.</param>
    /// <param name="thinking">Takes what the model thinks before it answers.</param>
    public static void Read(JsonElement? content, WireText text, WireText thinking, Action<JsonElement>? refuses = null, int depth = 0)
    {
        foreach (var part in content.Elements())
        {
            if (part.ValueKind == JsonValueKind.Object && depth < MaxDepth)
            {
                ReadPart(part, text, thinking, refuses, depth + 1);
            }
            else
            {
                AddScalar(part, text);
            }
        }
    }

    private static void ReadPart(JsonElement part, WireText text, WireText thinking, Action<JsonElement>? refuses, int depth)
    {
        var type = part.Member("type").Word() ?? "";
        if (part.Member("refusal") is { } refusal)
        {
            refuses?.Invoke(refusal);
        }
        else if (IsThinking(type) || (type.Length == 0 && part.Member("thinking", "reasoning") is not null))
        {
            Read(part.Member("thinking", "reasoning", "text", "content", "summary"), thinking, thinking, refuses, depth);
        }
        else if (part.Member("text", "content", "value") is { } inner && IsText(type))
        {
            Read(inner, text, thinking, refuses, depth);
        }
    }

    private static bool IsThinking(string type) =>
        type.Contains("thinking", StringComparison.OrdinalIgnoreCase) || type.Contains("reasoning", StringComparison.OrdinalIgnoreCase)
        || type.Contains("thought", StringComparison.OrdinalIgnoreCase) || type.Equals("summary_text", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string type) =>
        type.Length == 0 || type.Contains("text", StringComparison.OrdinalIgnoreCase) || type.Equals("message", StringComparison.OrdinalIgnoreCase);

    private static void AddScalar(JsonElement part, WireText text)
    {
        if (part.ValueKind == JsonValueKind.String)
        {
            text.Add(part);
        }
        else if (part.ValueKind == JsonValueKind.Number)
        {
            text.Add(JsonMarshal.GetRawUtf8Value(part));
        }
    }
}
