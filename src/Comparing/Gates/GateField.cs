using System.Globalization;
using System.Text.Json;

namespace FlowEngine.Comparing.Gates;

/// <summary>One field of a gate file: what it takes and where it goes.</summary>
/// <param name="Takes">What a fault says that the field takes.</param>
/// <param name="Set">The file with the value, or null where the value is not taken.</param>
internal sealed record GateField(string Name, string Takes, Func<GateFile, JsonElement, GateFile?> Set)
{
    public bool IsCriterion => Name.StartsWith("max", StringComparison.Ordinal);

    public static GateField Share(string name, Func<GateFile, double, GateFile> set) =>
        Number(name, "a share from 0 to 1, such as 0.02 for 2 %", 0, 1, set);

    public static GateField Ratio(string name, Func<GateFile, double, GateFile> set) =>
        Number(name, "a ratio of V2 to V1 from 0.1 to 100, such as 1.25", 0.1, 100, set);

    public static GateField Number(string name, string takes, double from, double to, Func<GateFile, double, GateFile> set) =>
        new(name, takes, (gate, json) => json.ValueKind == JsonValueKind.Number && json.GetDouble() is var value && value >= from && value <= to
            ? set(gate, value)
            : null);

    public static GateField Whole(string name, int from, int to, Func<GateFile, int, GateFile> set) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {from} to {to}"), (gate, json) =>
            json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var value) && value >= from && value <= to ? set(gate, value) : null);

    public static GateField Text(string name, Func<GateFile, string, GateFile> set, params string[] oneOf) =>
        new(name, oneOf.Length == 0 ? "a text" : $"one of {string.Join(", ", oneOf)}", (gate, json) =>
            json.ValueKind == JsonValueKind.String && json.GetString() is { } text && (oneOf.Length == 0 || oneOf.Contains(text, StringComparer.Ordinal))
                ? set(gate, text)
                : null);

    public static GateField Time(string name, Func<GateFile, DateTimeOffset, GateFile> set) =>
        new(name, "a time with its offset, such as \"2026-01-31T00:00:00Z\"", (gate, json) =>
            json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 10 } text && text[10..].AsSpan().ContainsAny("Z+-") && json.TryGetDateTimeOffset(out var time)
                ? set(gate, time)
                : null);
}
