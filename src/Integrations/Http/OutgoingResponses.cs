using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Http;

/// <summary>Reads answers, up to a size.</summary>
internal static class OutgoingResponses
{
    /// <summary>In bytes, decompressed.</summary>
    public const int MaxSize = 256 * 1024;

    public static async Task<OutgoingAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > MaxSize)
        {
            return TooLarge();
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        using var body = new MemoryStream();
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > MaxSize)
            {
                return TooLarge();
            }

            body.Write(buffer, 0, read);
        }

        return Answer(response, body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static OutgoingAnswer Answer(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var status = (int)response.StatusCode;
        var type = response.Content.Headers.ContentType;
        if (body.IsEmpty)
        {
            return new(status, Value.Null, false);
        }

        if (ResponseText.Decode(body.Span, type?.CharSet, type?.MediaType) is not { } text)
        {
            return new(status, Value.Null, false) { BodyFailure = FailureCodes.ResponseNotText };
        }

        return MayBeJson(type?.MediaType, text) && Parse(text) is { } json
            ? new(status, json, true)
            : new(status, Value.Of(text), false);
    }

    /// <summary>Said to be JSON, or looks like it: many services send it as text.</summary>
    private static bool MayBeJson(string? mediaType, string text) =>
        mediaType is "application/json" or "text/json"
        || mediaType?.EndsWith("+json", StringComparison.OrdinalIgnoreCase) == true
        || text.AsSpan().TrimStart() is ['{' or '[', ..];

    private static Value? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonInput.WellFormed(text));
            return Value.FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static OutgoingAnswer TooLarge() => OutgoingAnswer.Failed(FailureCodes.ResponseTooLarge, $"more than {MaxSize} bytes");
}
