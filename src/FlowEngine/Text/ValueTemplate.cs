using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// Any JSON whose texts are templates, at every depth: <c>{ "id": "{{walk.products.0.id}}", "tags": ["new"] }</c>.
/// A text that is one variable and nothing else becomes the variable's own value, so a number stays a number. Its JSON is what was read.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class ValueTemplate
{
    private readonly string _json;
    private readonly Func<TextScope, Value> _evaluate;

    private ValueTemplate(string json, IReadOnlyList<VariableUse> uses, VariablePath? whole, ValueKind? kind, Func<TextScope, Value> evaluate)
    {
        _json = json;
        Uses = uses;
        Reads = [.. uses.Select(use => use.Path).DistinctBy(path => path.ToString())];
        Whole = whole;
        Kind = kind;
        _evaluate = evaluate;
    }

    /// <summary>The JSON that was read.</summary>
    public string Source => _json;

    /// <summary>Each path once.</summary>
    public IReadOnlyList<VariablePath> Reads { get; }

    /// <summary>Every variable as it is used, in the order written.</summary>
    public IReadOnlyList<VariableUse> Uses { get; }

    /// <summary>The variable whose own value this is, where it is that variable and nothing else.</summary>
    public VariablePath? Whole { get; }

    /// <summary>Of every value that comes of it; null where it is a variable's own.</summary>
    public ValueKind? Kind { get; }

    public static bool TryParse(
        JsonElement json, [NotNullWhen(true)] out ValueTemplate? template, [NotNullWhen(false)] out string? error)
    {
        var uses = new List<VariableUse>();
        var evaluate = Read(json, uses, out error);
        template = evaluate is null
            ? null
            : new(json.GetRawText(), uses, WholeOf(json), KindOf(json), evaluate) { Literal = uses.Count == 0 ? LiteralOf(json) : null };
        return template is not null;
    }

    /// <summary>What it always gives where it reads no variable; else null.</summary>
    public Value? Literal { get; private init; }

    public Value Evaluate(TextScope scope) => _evaluate(scope);

    /// <summary>Texts may hold escaped braces; they are as a template renders them.</summary>
    private static Value? LiteralOf(JsonElement json) =>
        json.ValueKind != JsonValueKind.String ? Value.FromJson(json)
        : Template.TryRead(json, out var template, out _) ? Value.Of(template.LiteralText)
        : null;

    private static VariablePath? WholeOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && Template.TryRead(json, out var template, out _) ? template.Whole : null;

    private static ValueKind? KindOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => WholeOf(json) is null ? ValueKind.Text : null,
        JsonValueKind.Array => ValueKind.List,
        JsonValueKind.Object => ValueKind.Object,
        _ => Value.FromJson(json).Kind,
    };

    private static Func<TextScope, Value>? Read(JsonElement json, List<VariableUse> uses, out string? error)
    {
        error = null;
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                if (!Template.TryRead(json, out var template, out error))
                {
                    return null;
                }

                uses.AddRange(template.Uses);
                return template.Evaluate;
            case JsonValueKind.Array:
                return ReadList(json, uses, out error);
            case JsonValueKind.Object:
                return ReadObject(json, uses, out error);
            default:
                var value = Value.FromJson(json);
                return _ => value;
        }
    }

    private static Func<TextScope, Value>? ReadList(JsonElement json, List<VariableUse> uses, out string? error)
    {
        error = null;
        var items = new List<Func<TextScope, Value>>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (Read(item, uses, out error) is not { } read)
            {
                return null;
            }

            items.Add(read);
        }

        return scope => Value.Of([.. items.Select(item => item(scope))]);
    }

    private static Func<TextScope, Value>? ReadObject(JsonElement json, List<VariableUse> uses, out string? error)
    {
        error = null;
        var members = new List<(string Name, Func<TextScope, Value> Evaluate)>();
        foreach (var member in json.EnumerateObject())
        {
            if (JsonText.NameOf(member) is not { } name || Read(member.Value, uses, out error) is not { } read)
            {
                error ??= "a member's name is not valid text";
                return null;
            }

            members.Add((name, read));
        }

        return scope => Value.Object([.. members.Select(member => (member.Name, member.Evaluate(scope)))]);
    }

    /// <summary>Reads and writes the JSON as it stands.</summary>
    public sealed class Converter : JsonConverter<ValueTemplate>
    {
        public override ValueTemplate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return TryParse(document.RootElement, out var template, out var error) ? template : throw new JsonException(error);
        }

        public override void Write(Utf8JsonWriter writer, ValueTemplate value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value._json);
    }
}
