using System.Text;
using System.Text.RegularExpressions;

namespace FlowEngine.Integrations.Http;

/// <summary>
/// Decodes answers: by their byte order mark, else by the charset that they name, in the header or, as HTML and XML do, in themselves; else as
/// UTF-8.
/// </summary>
internal static partial class ResponseText
{
    /// <summary>Bytes in which an answer names its own charset.</summary>
    private const int Prolog = 1024;

    private static readonly (byte[] Mark, string Name)[] s_marks =
    [
        ([0xEF, 0xBB, 0xBF], "utf-8"),
        ([0xFF, 0xFE, 0, 0], "utf-32"),
        ([0, 0, 0xFE, 0xFF], "utf-32BE"),
        ([0xFF, 0xFE], "utf-16"),
        ([0xFE, 0xFF], "utf-16BE"),
    ];

    /// <returns>Null where the bytes are no text in that encoding.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? charset, string? mediaType)
    {
        foreach (var (mark, name) in s_marks)
        {
            if (bytes.StartsWith(mark))
            {
                return Text(bytes[mark.Length..], EncodingOf(name)!);
            }
        }

        if (charset is not null)
        {
            // A charset that nobody knows may be misspelt; bytes that are UTF-8 are hardly anything else.
            return Text(bytes, EncodingOf(charset) ?? Utf8);
        }

        return Text(bytes, Utf8) ?? (NamedInside(bytes, mediaType) is { } named && EncodingOf(named) is { } encoding ? Text(bytes, encoding) : null);
    }

    private static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static string? Text(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            var text = encoding.GetString(bytes);

            // Half of a character, or NUL, which is in no text but in what is no text at all.
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? NamedInside(ReadOnlySpan<byte> bytes, string? mediaType)
    {
        var mayName = mediaType is null || mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase)
            || mediaType.Contains("html", StringComparison.OrdinalIgnoreCase);
        return mayName && CharsetInside().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prolog)])) is { Success: true } match
            ? match.Groups["name"].Value
            : null;
    }

    private static Encoding? EncodingOf(string charset)
    {
        var name = charset.Trim().Trim('"', '\'').Trim().ToLowerInvariant();
        return Find(name) ?? (Alias(name) is { } alias ? Find(alias) : null);
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Wider(name), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(Wider(name), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What browsers take for these: the same letters, and the quotation marks and dashes of the Windows page beside them.</summary>
    private static string Wider(string name) => name switch
    {
        "iso-8859-9" or "iso_8859-9" or "iso8859-9" or "latin5" or "l5" => "windows-1254",
        "iso-8859-1" or "iso_8859-1" or "iso8859-1" or "latin1" or "l1" => "windows-1252",
        _ => name,
    };

    private static string? Alias(string name) => name switch
    {
        "utf8" or "utf_8" or "utf8mb4" or "unicode" => "utf-8",
        "utf16" or "ucs-2" or "ucs2" => "utf-16",
        _ when WindowsPage().Match(name) is { Success: true } page => $"windows-{page.Groups["page"].Value}",
        _ when IsoPart().Match(name) is { Success: true } part => Wider($"iso-8859-{part.Groups["part"].Value}"),
        _ => null,
    };

    [GeneratedRegex("""(encoding|charset)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.\-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CharsetInside();

    [GeneratedRegex("^(x-)?(cp|win|windows|ansi|ms)?[-_]?(?<page>125[0-8])$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WindowsPage();

    [GeneratedRegex("^iso[-_]?8859[-_](?<part>[0-9]{1,2})(:[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoPart();
}
