using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FlowEngine.Integrations.Wire;

/// <summary>
/// A channel's text, put together from the pieces of its events. A character may be cut between two pieces, as bytes or as two halves of
/// an escaped surrogate pair: its first part is held until the next piece. What stays half becomes U+FFFD; NUL, which no database of
/// ours stores, is dropped.
/// </summary>
internal sealed class WireText
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <param name="json">A JSON text.</param>
    public void Add(JsonElement json) => Unescape(JsonMarshal.GetRawUtf8Value(json)[1..^1]);

    public void Add(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>What is whole so far.</summary>
    public string Take() => Take(isEnd: false);

    /// <summary>All that is left.</summary>
    public string TakeRest() => Take(isEnd: true);

    private string Take(bool isEnd)
    {
        if (_bytes.WrittenCount == 0)
        {
            return "";
        }

        var bytes = _bytes.WrittenSpan;
        var text = new StringBuilder(bytes.Length);
        var read = 0;
        while (read < bytes.Length && Next(bytes[read..], isEnd, text) is var length and > 0)
        {
            read += length;
        }

        var held = bytes[read..].ToArray();
        _bytes.ResetWrittenCount();
        _bytes.Write(held);
        return text.ToString();
    }

    /// <returns>How many bytes were read; 0 where more are needed.</returns>
    private static int Next(ReadOnlySpan<byte> bytes, bool isEnd, StringBuilder text)
    {
        if (Surrogate(bytes) is { } half)
        {
            if (char.IsHighSurrogate(half) && bytes.Length < 6 && !isEnd && IsStartOfSurrogate(bytes[3..]))
            {
                return 0;
            }

            if (char.IsHighSurrogate(half) && Surrogate(bytes[3..]) is { } other && char.IsLowSurrogate(other))
            {
                text.Append(half).Append(other);
                return 6;
            }

            text.Append('\uFFFD');
            return 3;
        }

        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
        if (status == OperationStatus.NeedMoreData && !isEnd)
        {
            return 0;
        }

        if (rune.Value != 0)
        {
            text.Append(rune.ToString());
        }

        return length;
    }

    /// <summary>Half of a pair, written as three bytes as if it were a character.</summary>
    private static char? Surrogate(ReadOnlySpan<byte> bytes) =>
        bytes is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..] ? (char)(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)) : null;

    private static bool IsStartOfSurrogate(ReadOnlySpan<byte> bytes) => bytes is [] or [0xED] or [0xED, >= 0xB0 and <= 0xBF];

    private void Unescape(ReadOnlySpan<byte> raw)
    {
        while (raw.IndexOf((byte)'\\') is var at and >= 0 && at + 1 < raw.Length)
        {
            _bytes.Write(raw[..at]);
            raw = raw[(at + 1)..];
            raw = raw[(raw[0] == (byte)'u' ? UnescapeUnit(raw) : UnescapeOne(raw[0]))..];
        }

        _bytes.Write(raw);
    }

    private int UnescapeOne(byte escaped)
    {
        _bytes.Write([escaped switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'t' => (byte)'\t',
            (byte)'r' => (byte)'\r',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            _ => escaped,
        }]);
        return 1;
    }

    private int UnescapeUnit(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < 5 || !TryParseUnit(raw[1..5], out var unit))
        {
            return 1;
        }

        if (unit < 0x80)
        {
            _bytes.Write([(byte)unit]);
        }
        else if (unit < 0x800)
        {
            _bytes.Write([(byte)(0xC0 | (unit >> 6)), (byte)(0x80 | (unit & 0x3F))]);
        }
        else
        {
            _bytes.Write([(byte)(0xE0 | (unit >> 12)), (byte)(0x80 | ((unit >> 6) & 0x3F)), (byte)(0x80 | (unit & 0x3F))]);
        }

        return 5;
    }

    private static bool TryParseUnit(ReadOnlySpan<byte> digits, out int unit) =>
        System.Buffers.Text.Utf8Parser.TryParse(digits, out unit, out var read, 'x') && read == 4;
}
