using System.Text;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow;

/// <summary>Reads a document in any of its variants. Never throws on what it reads; takes bounded time and memory.</summary>
public static class DrawflowReader
{
    private const int MaxTextsInTexts = 3;

    public static DrawflowReading Read(string json, DrawflowLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        limits ??= DrawflowLimits.Default;
        if (json.Length > limits.MaxBytes)
        {
            var problems = new ProblemList(limits.MaxProblems);
            new TextOpener(limits, problems).TooLarge();
            return new DrawflowReading(Document: null, DrawflowVariant.Refused, problems.ToList());
        }

        // Half characters become a replacement that no UTF-8 check refuses, so they are looked for before.
        return HasHalfCharacter(json)
            ? HalfCharacter(limits)
            : Read(Encoding.UTF8.GetBytes(json), limits);
    }

    /// <param name="utf8">With or without a byte order mark.</param>
    public static DrawflowReading Read(ReadOnlyMemory<byte> utf8, DrawflowLimits? limits = null) =>
        new DocumentReading(limits ?? DrawflowLimits.Default).Read(utf8.Span, MaxTextsInTexts);

    /// <summary>Reads no more of the stream than the limit allows.</summary>
    public static async Task<DrawflowReading> ReadAsync(Stream utf8, DrawflowLimits? limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        limits ??= DrawflowLimits.Default;
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while (buffer.Length <= limits.MaxBytes + 3L && (read = await utf8.ReadAsync(chunk, cancellationToken)) > 0)
        {
            buffer.Write(chunk, 0, read);
        }

        return Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), limits);
    }

    private static bool HasHalfCharacter(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return true;
            }

            rest = rest[(at + 2)..];
        }

        return false;
    }

    private static DrawflowReading HalfCharacter(DrawflowLimits limits)
    {
        var problems = new ProblemList(limits.MaxProblems);
        new TextOpener(limits, problems).InvalidText("The text holds half of a surrogate pair.");
        return new DrawflowReading(Document: null, DrawflowVariant.Refused, problems.ToList());
    }
}
