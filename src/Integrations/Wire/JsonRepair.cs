using System.Buffers;
using System.Text;

namespace FlowEngine.Integrations.Wire;

/// <summary>
/// What services write that JSON does not know, and that readers in other languages take: control characters in texts, escapes that do
/// not exist, and <c>NaN</c> or <c>Infinity</c> for a number, which become null.
/// </summary>
internal static class JsonRepair
{
    private static ReadOnlySpan<byte> Escapes => "\"\\/bfnrtu"u8;

    public static byte[] Repair(ReadOnlySpan<byte> json)
    {
        var repaired = new ArrayBufferWriter<byte>(json.Length + 16);
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            var next = json[i];
            if (!inText && next is (byte)'N' or (byte)'I' or (byte)'-' or (byte)'u' && NotANumber(json[i..]) is var length and > 0)
            {
                repaired.Write("null"u8);
                i += length - 1;
            }
            else if (inText && next == (byte)'\\' && i + 1 < json.Length)
            {
                i++;
                Escape(repaired, json[i..]);
            }
            else if (inText && next < 0x20)
            {
                repaired.Write(Encoding.ASCII.GetBytes($"\\u{next:x4}"));
            }
            else
            {
                inText ^= next == (byte)'"';
                repaired.Write([next]);
            }
        }

        return repaired.WrittenSpan.ToArray();
    }

    private static void Escape(ArrayBufferWriter<byte> repaired, ReadOnlySpan<byte> escaped)
    {
        var isKnown = Escapes.Contains(escaped[0]) && (escaped[0] != (byte)'u' || IsUnit(escaped[1..]));
        if (isKnown)
        {
            repaired.Write([(byte)'\\', escaped[0]]);
        }
        else if (escaped[0] >= 0x20)
        {
            repaired.Write([escaped[0]]);
        }
    }

    private static bool IsUnit(ReadOnlySpan<byte> digits) =>
        digits.Length >= 4 && char.IsAsciiHexDigit((char)digits[0]) && char.IsAsciiHexDigit((char)digits[1])
        && char.IsAsciiHexDigit((char)digits[2]) && char.IsAsciiHexDigit((char)digits[3]);

    private static int NotANumber(ReadOnlySpan<byte> json) =>
        json.StartsWith("NaN"u8) ? 3
        : json.StartsWith("Infinity"u8) ? 8
        : json.StartsWith("-Infinity"u8) ? 9
        : json.StartsWith("undefined"u8) ? 9
        : 0;
}
