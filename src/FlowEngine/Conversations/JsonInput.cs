using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FlowEngine.Conversations;

/// <summary>
/// JSON from outside, before it is parsed: a byte order mark goes, and U+FFFD stands for every half of a surrogate pair without the other
/// one (<c>"\ud83d"</c>), at which parsers and databases disagree. What is replaced has the same length, so places and lines stay.
/// </summary>
public static class JsonInput
{
    private const string Replacement = "\\uFFFD";
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The same bytes where there is nothing to repair.</summary>
    public static ReadOnlyMemory<byte> WellFormed(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith(s_mark))
        {
            json = json[s_mark.Length..];
        }

        var repaired = RepairBytes(json.Span);
        var places = LoneEscapes<byte>(repaired ?? json.Span);
        if (places.Count > 0)
        {
            repaired ??= json.ToArray();
            foreach (var place in places)
            {
                Encoding.ASCII.GetBytes(Replacement, repaired.AsSpan(place));
            }
        }

        return repaired ?? json;
    }

    /// <summary>The same text where there is nothing to repair.</summary>
    public static string WellFormed(string json)
    {
        var text = UnicodeText.WellFormed(json.StartsWith('\uFEFF') ? json[1..] : json);
        var places = LoneEscapes<char>(text);
        if (places.Count == 0)
        {
            return text;
        }

        var repaired = text.ToCharArray();
        foreach (var place in places)
        {
            Replacement.CopyTo(repaired.AsSpan(place));
        }

        return new string(repaired);
    }

    /// <summary>The element's text; lone surrogates are replaced.</summary>
    public static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException) when (text.ValueKind == JsonValueKind.String)
        {
            return Repaired(JsonMarshal.GetRawUtf8Value(text));
        }
    }

    /// <summary>The member's name; lone surrogates are replaced.</summary>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return Repaired([(byte)'"', .. JsonMarshal.GetRawUtf8PropertyName(member), (byte)'"']);
        }
    }

    private static string Repaired(ReadOnlySpan<byte> raw)
    {
        var valid = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(raw));
        using var document = JsonDocument.Parse(WellFormed(valid));
        return document.RootElement.GetString()!;
    }

    /// <summary>A half that was encoded by itself (ED A0..BF 80..BF) is three bytes, as U+FFFD is. Null where there is none.</summary>
    private static byte[]? RepairBytes(ReadOnlySpan<byte> json)
    {
        if (System.Text.Unicode.Utf8.IsValid(json))
        {
            return null;
        }

        var repaired = json.ToArray();
        for (var i = 0; i + 2 < repaired.Length; i++)
        {
            if (repaired[i] == 0xED && repaired[i + 1] is >= 0xA0 and <= 0xBF && repaired[i + 2] is >= 0x80 and <= 0xBF)
            {
                (repaired[i], repaired[i + 1], repaired[i + 2]) = (0xEF, 0xBF, 0xBD);
            }
        }

        return repaired;
    }

    private static List<int> LoneEscapes<TUnit>(ReadOnlySpan<TUnit> json)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        List<int> places = [];
        var backslash = TUnit.CreateTruncating((int)'\\');
        var high = -1;
        var after = -1;
        for (var i = 0; i < json.Length;)
        {
            var next = json[i..].IndexOf(backslash);
            if (next < 0)
            {
                break;
            }

            i += next;
            var code = EscapeAt(json, i);
            if (high >= 0 && !(i == after && code is >= 0xDC00 and <= 0xDFFF))
            {
                places.Add(high);
                high = -1;
            }

            if (code is >= 0xD800 and <= 0xDBFF)
            {
                (high, after) = (i, i + Replacement.Length);
            }
            else if (code is >= 0xDC00 and <= 0xDFFF && high < 0)
            {
                places.Add(i);
            }
            else
            {
                high = -1;
            }

            i += code is null ? 2 : Replacement.Length;
        }

        if (high >= 0)
        {
            places.Add(high);
        }

        return places;
    }

    /// <summary>The unit of <c>\uXXXX</c>; null where there is another escape.</summary>
    private static int? EscapeAt<TUnit>(ReadOnlySpan<TUnit> json, int at)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        if (at + Replacement.Length > json.Length || int.CreateTruncating(json[at + 1]) != 'u')
        {
            return null;
        }

        var code = 0;
        for (var i = at + 2; i < at + Replacement.Length; i++)
        {
            var digit = int.CreateTruncating(json[i]);
            if (digit > 0x7F || !char.IsAsciiHexDigit((char)digit))
            {
                return null;
            }

            code = (code << 4) | (char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return code;
    }
}
