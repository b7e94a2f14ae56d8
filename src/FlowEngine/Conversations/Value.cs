using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Conversations;

/// <summary>What a variable may hold.</summary>
public enum ValueKind
{
    Null,
    Text,
    Number,
    Boolean,
    List,
    Object,
}

/// <summary>
/// An immutable value of a variable: nothing, text, a decimal number, true or false, a list, or an object with text keys.
/// Its JSON is the plain JSON value; numbers beyond <see cref="decimal"/> are kept as text.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly struct Value : IEquatable<Value>
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    private readonly object? _content;

    private Value(object? content) => _content = content;

    public static Value Null => default;

    public static Value EmptyList { get; } = new(Array.Empty<Value>());

    public ValueKind Kind => _content switch
    {
        null => ValueKind.Null,
        string => ValueKind.Text,
        decimal => ValueKind.Number,
        bool => ValueKind.Boolean,
        IReadOnlyList<Value> => ValueKind.List,
        _ => ValueKind.Object,
    };

    /// <summary>True for null, empty text, an empty list and an empty object; false for every number and boolean.</summary>
    public bool IsEmpty => _content switch
    {
        null => true,
        string text => text.Length == 0,
        IReadOnlyList<Value> items => items.Count == 0,
        IReadOnlyDictionary<string, Value> members => members.Count == 0,
        _ => false,
    };

    /// <summary>True too for text of which nothing shows, such as blanks and U+200B.</summary>
    public bool IsBlank => _content is string text ? UnicodeText.IsBlank(text) : IsEmpty;

    public static Value Of(string? text) => new(text);

    /// <summary>The number, not its spelling: 1500.0 is 1500.</summary>
    public static Value Of(decimal number) => new(Plain(number));

    public static Value Of(bool flag) => new(flag ? s_true : s_false);

    /// <summary>The list is kept, not copied: the caller must not change it afterwards.</summary>
    public static Value Of(IReadOnlyList<Value> items) => new(items);

    /// <summary>The object is kept, not copied: the caller must not change it afterwards.</summary>
    public static Value Of(IReadOnlyDictionary<string, Value> members) => new(members);

    public static Value Object(params ReadOnlySpan<(string Name, Value Value)> members)
    {
        var map = new Dictionary<string, Value>(members.Length, StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            map[name] = value;
        }

        return new Value(map);
    }

    /// <summary>The text if this is text, else null.</summary>
    public string? Text => _content as string;

    public bool? Boolean => _content as bool?;

    /// <summary>The number, or text that is a number in invariant notation; else null.</summary>
    public decimal? Number => _content switch
    {
        decimal number => number,
        string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>The items if this is a list, else nothing.</summary>
    public IReadOnlyList<Value> Items => _content as IReadOnlyList<Value> ?? [];

    /// <summary>The members if this is an object, else nothing.</summary>
    public IReadOnlyDictionary<string, Value> Members =>
        _content as IReadOnlyDictionary<string, Value> ?? FrozenDictionary<string, Value>.Empty;

    /// <summary>The member of an object, the item of a list by its index, or <c>count</c> of a list; else null.</summary>
    public Value this[string segment] => _content switch
    {
        IReadOnlyDictionary<string, Value> members => members.GetValueOrDefault(segment),
        IReadOnlyList<Value> items when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
            index < items.Count ? items[index] : Null,
        IReadOnlyList<Value> items when segment == "count" => Of((decimal)items.Count),
        _ => Null,
    };

    /// <summary>The value as a person reads it: text as it is, numbers invariant, lists joined by comma, objects as JSON.</summary>
    public override string ToString() => _content switch
    {
        null => "",
        string text => text,
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IReadOnlyList<Value> items => string.Join(", ", items),
        _ => ToJson(),
    };

    /// <summary>Letters and emojis are as they are.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, RelaxedJson.Writing))
        {
            WriteTo(writer);
        }

        return RelaxedJson.Readable(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (_content)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case IReadOnlyList<Value> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            case IReadOnlyDictionary<string, Value> members:
                writer.WriteStartObject();
                foreach (var (name, value) in members)
                {
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
        }
    }

    /// <summary>Lone surrogates in texts and names are replaced by U+FFFD.</summary>
    public static Value FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Of(JsonInput.TextOf(element)),
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? Of(number) : Of(element.GetRawText()),
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Array => Of(element.EnumerateArray().Select(FromJson).ToArray()),
        JsonValueKind.Object => FromMembers(element),
        _ => Null,
    };

    public bool Equals(Value other) => (_content, other._content) switch
    {
        (null, null) => true,
        (string left, string right) => left == right,
        (decimal left, decimal right) => left == right,
        (bool left, bool right) => left == right,
        (IReadOnlyList<Value> left, IReadOnlyList<Value> right) => left.SequenceEqual(right),
        (IReadOnlyDictionary<string, Value> left, IReadOnlyDictionary<string, Value> right) =>
            left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value)),
        _ => false,
    };

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => _content switch
    {
        IReadOnlyList<Value> items => items.Count,
        IReadOnlyDictionary<string, Value> members => members.Count,
        _ => _content?.GetHashCode() ?? 0,
    };

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>Dividing by a one with all decimals there are takes the zeros off the end.</summary>
    private static decimal Plain(decimal number) =>
        number.Scale == 0 ? number
        : number == 0 ? 0
        : number / 1.0000000000000000000000000000m;

    private static Value FromMembers(JsonElement element)
    {
        var map = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            map[JsonInput.NameOf(member)] = FromJson(member.Value);
        }

        return new Value(map);
    }

    /// <summary>Reads and writes the plain JSON value.</summary>
    public sealed class Converter : JsonConverter<Value>
    {
        public override bool HandleNull => true;

        public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return FromJson(document.RootElement);
        }

        public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options) => value.WriteTo(writer);
    }
}
