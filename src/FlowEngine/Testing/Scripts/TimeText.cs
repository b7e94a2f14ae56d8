using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Testing.Scripts;

/// <summary>A length of time as people write it: a whole number with <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
[JsonConverter(typeof(Converter))]
public sealed record TimeText(TimeSpan Span)
{
    private const int MaxDays = 3660;

    public override string ToString() => this switch
    {
        { Span: { TotalDays: >= 1 } span } when span.Ticks % TimeSpan.TicksPerDay == 0 => Text(span.TotalDays, 'd'),
        { Span: { TotalHours: >= 1 } span } when span.Ticks % TimeSpan.TicksPerHour == 0 => Text(span.TotalHours, 'h'),
        { Span: { TotalMinutes: >= 1 } span } when span.Ticks % TimeSpan.TicksPerMinute == 0 => Text(span.TotalMinutes, 'm'),
        _ => Text(Span.TotalSeconds, 's'),
    };

    private static string Text(double number, char unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0}{unit}");

    private static TimeText? Parse(string? text)
    {
        if (text is not { Length: > 1 } || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        long? seconds = text[^1] switch
        {
            's' => number,
            'm' => number * 60L,
            'h' => number * 3600L,
            'd' => number * 86400L,
            _ => null,
        };
        return seconds is > 0 and <= MaxDays * 86400L ? new(TimeSpan.FromSeconds(seconds.Value)) : null;
    }

    /// <summary>Reads and writes the text.</summary>
    public sealed class Converter : JsonConverter<TimeText>
    {
        public override TimeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null)
            ?? throw new JsonException("A time is expected here, such as 30s, 61m, 2h or 1d.");

        public override void Write(Utf8JsonWriter writer, TimeText value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
