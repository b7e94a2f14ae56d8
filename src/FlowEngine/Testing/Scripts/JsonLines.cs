using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowEngine.Testing.Scripts;

/// <summary>On which line of a JSON text a pointer's value begins.</summary>
internal static class JsonLines
{
    /// <summary>The line, from 1, of the value or, where the text has no such value, of the nearest one around it.</summary>
    public static int Of(string text, string pointer)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var names = new Stack<(string Name, int Index)>();
        var (best, bestLength) = (0L, -1);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                names.Pop();
                names.Push((reader.GetString()!, -1));
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                names.Pop();
                continue;
            }

            if (reader.TokenType != JsonTokenType.PropertyName && names.TryPeek(out var level) && level.Index >= 0)
            {
                names.Pop();
                names.Push((level.Index.ToString(CultureInfo.InvariantCulture), level.Index + 1));
            }

            var here = string.Concat(names.Reverse().Select(entry => "/" + entry.Name));
            if (here.Length > bestLength && IsWithin(pointer, here))
            {
                (best, bestLength) = (reader.TokenStartIndex, here.Length);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                names.Push(("", reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }

        return 1 + bytes.AsSpan(0, (int)best).Count((byte)'\n');
    }

    private static bool IsWithin(string pointer, string outer) =>
        pointer.StartsWith(outer, StringComparison.Ordinal) && (pointer.Length == outer.Length || pointer[outer.Length] == '/');
}
