using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Embeddings;

/// <summary>OpenAI's <c>POST /embeddings</c>, as compatible services know it.</summary>
internal static class EmbeddingWire
{
    private const int MaxDimensions = 16_384;

    /// <summary>Where nothing else is configured.</summary>
    public static Uri Service { get; } = new("https://api.openai.com/v1");

    public static Uri Address(Uri endpoint) => new($"{endpoint.ToString().TrimEnd('/')}/embeddings");

    /// <param name="key">Null: an endpoint of one's own that needs none.</param>
    public static HttpRequestMessage Request(Uri address, string? key, string model, string text)
    {
        var body = new JsonObject { ["model"] = model, ["input"] = text, ["encoding_format"] = "float" };
        return new(HttpMethod.Post, address)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
        };
    }

    /// <exception cref="ModelCallException">It is no such answer.</exception>
    public static async ValueTask<EmbeddedText> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var vector = Member(Member(document.RootElement, "data") is { ValueKind: JsonValueKind.Array } data && data.GetArrayLength() == 1 ? data[0] : null, "embedding");
        if (vector is not { ValueKind: JsonValueKind.Array } numbers || numbers.GetArrayLength() is < 1 or > MaxDimensions)
        {
            throw Unreadable;
        }

        var tokens = Member(Member(document.RootElement, "usage"), "prompt_tokens") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var counted)
            ? Math.Max(0, counted)
            : 0;
        return new([.. numbers.EnumerateArray().Select(Number)], tokens);
    }

    private static ModelCallException Unreadable => new(FailureCodes.ModelFailed, "the answer cannot be read");

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } it && it.TryGetProperty(name, out var member) ? member : null;

    private static float Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetSingle(out var number) && float.IsFinite(number) ? number : throw Unreadable;
}
