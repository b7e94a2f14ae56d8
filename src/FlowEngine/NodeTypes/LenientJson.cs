using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Text;

namespace FlowEngine.NodeTypes;

/// <summary>How configuration values are read: what an editor's input wrote as text is taken as the number or boolean it stands for.</summary>
internal static class LenientJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters =
        {
            new BooleanText(),
            new NumberAsText(),
            new SafePatternConverter(),
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
        },
    };

    /// <summary>Null, empty text and PHP's empty array for an object say that nothing was set.</summary>
    public static bool IsAbsent(JsonElement json) =>
        json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || (json.ValueKind == JsonValueKind.String && json.ValueEquals(""))
        || (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 0);

    public static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "nothing",
        _ => "true or false",
    };

    /// <summary>System.Text.Json's <c>$.a[0]</c> as <c>/a/0</c>.</summary>
    public static string PointerOf(string? path) =>
        path is null or "$" ? "" : path[1..].Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    public static string Explain(JsonException fault, Type type, JsonElement json)
    {
        var plain = Plain(type);
        if (plain.IsEnum)
        {
            return $"{json.GetRawText()} is not one of {Names(plain)}.";
        }

        return fault.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? $"{Expectation(plain)} is expected here, not {Describe(json)}."
            : fault.Message;
    }

    public static string FixFor(Type type)
    {
        var plain = Plain(type);
        return plain.IsEnum ? $"Use one of {Names(plain)}."
            : IsTemplate(plain)
                ? "Write text, with {{name}} or {{name | filter}} where a value goes."
            : $"Write {Expectation(plain).ToLowerInvariant()}.";
    }

    /// <summary>Null: the code of any wrong setting.</summary>
    public static string? CodeFor(Type type) => IsTemplate(Plain(type)) ? "template_invalid" : null;

    private static bool IsTemplate(Type plain) =>
        plain == typeof(Template) || plain == typeof(LocalizedTemplate) || plain == typeof(ValueTemplate);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Names(Type type) =>
        string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));

    private static string Expectation(Type type) =>
        type == typeof(bool) ? "True or false"
        : type == typeof(int) || type == typeof(long) ? "A whole number"
        : type == typeof(double) || type == typeof(decimal) ? "A number"
        : type == typeof(string) ? "Text"
        : "Another kind of value";

    private sealed class BooleanText : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when reader.GetString() is "true" or "on" or "1" or "yes" => true,
            JsonTokenType.String when reader.GetString() is "false" or "off" or "0" or "no" => false,
            JsonTokenType.Number when reader.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
            _ => throw new JsonException("True or false is expected here."),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }

    private sealed class NumberAsText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.TryGetDecimal(out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : throw new JsonException("Text is expected here, not a number of this size."),
            _ => throw new JsonException("Text is expected here."),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
