using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

/// <summary>
/// One pass over the bytes before anything is built of them: well-formed, within the limits, no name twice in an object,
/// no NUL, no half characters. What passes can be parsed and read without an exception.
/// </summary>
internal sealed class JsonScan(DrawflowLimits limits, ProblemList problems)
{
    private readonly List<JsonLevel> _levels = [];
    private int _values;
    private bool _ok = true;

    public bool Run(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (!Accept(ref reader))
                {
                    return false;
                }
            }
        }
        catch (JsonException e)
        {
            Add(DocumentProblemCode.NotJson, string.Empty, NotJsonMessage(json, e), "Pass the editor's export as it was written, strict JSON.");
            return false;
        }

        return _ok;
    }

    private bool Accept(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return CountValue() && Open(reader.TokenType == JsonTokenType.StartObject);
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.RemoveAt(_levels.Count - 1);
                return true;
            case JsonTokenType.PropertyName:
                return IsWithin(ref reader, limits.MaxNameBytes) && Read(ref reader) is { } name && EnterName(name);
            case JsonTokenType.String:
                return CountValue()
                    && (IsNearRoot || IsWithin(ref reader, limits.MaxTextBytes))
                    && (!reader.ValueIsEscaped || Read(ref reader) is not null);
            default:
                return CountValue();
        }
    }

    private bool CountValue()
    {
        if (_levels.Count > 0 && _levels[^1].IsArray)
        {
            _levels[^1].Index++;
        }

        return ++_values <= limits.MaxValues
            || Refuse(DocumentProblemCode.TooManyValues, $"The document has more than {limits.MaxValues} JSON values.", "Split the flow into sub-flows.");
    }

    private bool Open(bool isObject)
    {
        if (_levels.Count >= limits.MaxDepth)
        {
            return Refuse(DocumentProblemCode.TooDeep, $"Objects and arrays are nested more than {limits.MaxDepth} deep.", "Flatten the data of the node.");
        }

        _levels.Add(new JsonLevel(isObject));
        return true;
    }

    private bool EnterName(string name)
    {
        if (!_levels[^1].Enter(name))
        {
            _ok = false;
            Add(DocumentProblemCode.DuplicateName, Pointer(), $"The name {Shown.Of(name)} occurs twice in one object; which one counts depends on the reader.", "Keep one of them.");
        }

        return true;
    }

    /// <summary>A text here may hold the whole document.</summary>
    private bool IsNearRoot => _levels.Count <= 1;

    private bool IsWithin(ref Utf8JsonReader reader, int maxBytes) =>
        reader.ValueSpan.Length <= maxBytes
        || Refuse(DocumentProblemCode.TextTooLong, $"A name or text has more than {maxBytes} bytes.", "Shorten it, or keep it elsewhere.");

    /// <summary>Null where the text is refused.</summary>
    private string? Read(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Refuse(DocumentProblemCode.InvalidText, "A text holds half of a surrogate pair.", "Write the whole character.");
            return null;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            Refuse(DocumentProblemCode.NulCharacter, "A text holds a NUL character, which databases can't store.", "Remove it.");
            return null;
        }

        return text;
    }

    private bool Refuse(DocumentProblemCode code, string message, string fix)
    {
        Add(code, Pointer(), message, fix);
        return false;
    }

    private void Add(DocumentProblemCode code, string pointer, string message, string fix) =>
        problems.Add(code, nodeId: null, pointer, message, fix);

    private string Pointer() => _levels.Aggregate(string.Empty, (pointer, level) => level.Pointer(pointer));

    private static string NotJsonMessage(ReadOnlySpan<byte> json, JsonException e)
    {
        var line = e.LineNumber ?? 0;
        var start = 0;
        for (var skipped = 0L; skipped < line; skipped++)
        {
            start += json[start..].IndexOf((byte)'\n') + 1;
        }

        var length = (int)Math.Min(e.BytePositionInLine ?? 0, json.Length - start);
        var column = Encoding.UTF8.GetCharCount(json.Slice(start, length)) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"The text is not JSON from line {line + 1}, column {column} on.");
    }
}
