using System.Globalization;
using System.Text;
using ZstdSharp;

namespace FlowEngine.Moving.Dumps;

/// <summary>Why a dump cannot be read, with the line.</summary>
internal static class DumpFault
{
    public static InvalidDataException At(int line, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {line} of the dump: {message}"));

    /// <summary>A stream that is not what its first bytes say.</summary>
    public static bool IsUnreadable(Exception fault) =>
        fault is InvalidDataException or EndOfStreamException or ZstdException or DecoderFallbackException;

    public static InvalidDataException Unreadable(Exception fault, int line) => At(line, fault is DecoderFallbackException
        ? "what follows is not UTF-16, as which the dump begins."
        : "the compressed data ends too early, or is broken. Copy the file anew.");

    /// <param name="begun">What begins at the line; null: the line is the dump's last.</param>
    public static InvalidDataException Cut(int line, string? begun) => At(
        line,
        begun is null
            ? "the dump ends in the middle of a statement. It was cut off: make it again."
            : $"the dump ends in the middle of {begun} that begins here. It was cut off: make it again.");
}
