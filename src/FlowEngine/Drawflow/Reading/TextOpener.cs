using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace FlowEngine.Drawflow.Reading;

/// <summary>From bytes to JSON, or to the reason why not.</summary>
internal sealed class TextOpener(DrawflowLimits limits, ProblemList problems)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public OpenedText? Open(ReadOnlySpan<byte> text)
    {
        var json = text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;
        if (json.Length > limits.MaxBytes)
        {
            TooLarge();
            return null;
        }

        if (!Utf8.IsValid(json))
        {
            InvalidText("The bytes are not UTF-8 text.");
            return null;
        }

        return ParseQuoted(json) is { } inner ? new OpenedText(inner, WasQuoted: true)
            : Parse(json, problems) is { } parsed ? new OpenedText(parsed, WasQuoted: false)
            : null;
    }

    public void TooLarge() => problems.Add(
        DocumentProblemCode.TooLarge,
        nodeId: null,
        pointer: string.Empty,
        $"The document has more than {limits.MaxBytes} bytes.",
        "Split the flow into sub-flows.");

    public void InvalidText(string message) => problems.Add(
        DocumentProblemCode.InvalidText,
        nodeId: null,
        pointer: string.Empty,
        message,
        "Save it as UTF-8.");

    private JsonElement? Parse(ReadOnlySpan<byte> json, ProblemList found) =>
        new JsonScan(limits, found).Run(json)
            ? JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxDepth + 1 })
            : null;

    /// <summary>Quotes within quotes occur.</summary>
    private JsonElement? ParseQuoted(ReadOnlySpan<byte> json) =>
        Unquote(json) is not { } inner ? null
        : Parse(inner, new ProblemList(capacity: 1)) is { } root ? root
        : Unquote(inner) is { } innermost ? Parse(innermost, new ProblemList(capacity: 1))
        : null;

    /// <summary>The inside of <c>'{…}'</c> with PHP's escapes, or of <c>"{…}"</c> whose quotes were not escaped.</summary>
    private static byte[]? Unquote(ReadOnlySpan<byte> json)
    {
        var text = JsonText.Trim(json);
        if (text.Length < 4 || text[0] != text[^1] || text[0] is not ((byte)'\'' or (byte)'"') || text[1] is not ((byte)'{' or (byte)'[' or (byte)'"'))
        {
            return null;
        }

        var inner = text[1..^1];
        return text[0] == (byte)'"'
            ? inner.ToArray()
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(inner)
                .Replace("\\'", "'", StringComparison.Ordinal)
                .Replace("\\\\", "\\", StringComparison.Ordinal));
    }
}
