using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowEngine.Conversations;

/// <summary>
/// How JSON is written wherever people or programs get it as JSON: letters as they are. Not for JSON within HTML.
/// </summary>
public static class RelaxedJson
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonWriterOptions Writing { get; } = new() { Encoder = Encoder };

    /// <summary>Characters outside the basic plane, which the encoder always escapes, as they are: for JSON that people read.</summary>
    public static string Readable(string json)
    {
        var first = json.IndexOf("\\uD", StringComparison.Ordinal) < 0 ? -1 : json.IndexOf('\\', StringComparison.Ordinal);
        return first < 0 ? json : Unescaped(json, first);
    }

    private static string Unescaped(string json, int from)
    {
        var readable = new StringBuilder(json.Length).Append(json, 0, from);
        for (var i = from; i < json.Length;)
        {
            if (json[i] != '\\')
            {
                readable.Append(json[i++]);
            }
            else if (i + 12 <= json.Length && json[i + 1] == 'u' && json[i + 6] == '\\' && json[i + 7] == 'u'
                && Unit(json, i) is var high && Unit(json, i + 6) is var low && char.IsSurrogatePair(high, low))
            {
                readable.Append(high).Append(low);
                i += 12;
            }
            else
            {
                readable.Append(json, i, 2);
                i += 2;
            }
        }

        return readable.ToString();
    }

    private static char Unit(string json, int at) =>
        ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
