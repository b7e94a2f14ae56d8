using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Testing.Scripts;

/// <summary>What a value should be: a plain value, or an object with one or more of the tests below.</summary>
[JsonConverter(typeof(Converter))]
public sealed record ValueExpectation
{
    public static IReadOnlyList<string> Tests { get; } = ["equals", "contains", "matches", "is_set", "absent"];

    /// <summary>Null: not looked at.</summary>
    public Value? EqualTo { get; private init; }

    public string? Contains { get; private init; }

    public Regex? Matches { get; private init; }

    /// <summary>True: it has a value that is not empty. False: it has none, or an empty one.</summary>
    public bool? IsSet { get; private init; }

    /// <summary>True: there is no such variable, or it holds nothing at all.</summary>
    public bool? Absent { get; private init; }

    public static ValueExpectation Equal(Value value) => new() { EqualTo = value };

    public static ValueExpectation Missing { get; } = new() { Absent = true };

    private static ValueExpectation Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Equal(Value.FromJson(json));
        }

        var made = new ValueExpectation();
        foreach (var member in json.EnumerateObject())
        {
            made = member.Name switch
            {
                "equals" => made with { EqualTo = Value.FromJson(member.Value) },
                "contains" => made with { Contains = Text(member) },
                "matches" => made with { Matches = SafePattern.Read(Text(member), out var error) ?? throw new JsonException(error) },
                "is_set" => made with { IsSet = Flag(member) },
                "absent" => made with { Absent = Flag(member) },
                _ => throw new JsonException(Unknown(member.Name)),
            };
        }

        return made;
    }

    private static string Unknown(string name) => Spelling.Nearest(name, Tests) is { } near
        ? $"'{name}' is not a test of a value. Did you mean '{near}'?"
        : $"'{name}' is not a test of a value. There are {string.Join(", ", Tests)}; to expect an object, put it into 'equals'.";

    private static string Text(JsonProperty member) => member.Value.ValueKind == JsonValueKind.String
        ? member.Value.GetString()!
        : throw new JsonException($"'{member.Name}' takes a text.");

    private static bool Flag(JsonProperty member) => member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? member.Value.GetBoolean()
        : throw new JsonException($"'{member.Name}' takes true or false.");

    /// <summary>Reads the plain value or the object of tests.</summary>
    public sealed class Converter : JsonConverter<ValueExpectation>
    {
        public override bool HandleNull => true;

        public override ValueExpectation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return Parse(document.RootElement);
        }

        public override void Write(Utf8JsonWriter writer, ValueExpectation value, JsonSerializerOptions options)
        {
            if (value.EqualTo is { } equal)
            {
                var isObject = equal.Kind == ValueKind.Object;
                if (isObject)
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName("equals");
                }

                equal.WriteTo(writer);
                if (isObject)
                {
                    writer.WriteEndObject();
                }

                return;
            }

            writer.WriteStartObject();
            writer.WriteBoolean(value.Absent is not null ? "absent" : "is_set", value.Absent ?? value.IsSet ?? true);
            writer.WriteEndObject();
        }
    }
}
