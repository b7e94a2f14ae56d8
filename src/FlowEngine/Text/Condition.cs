using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// A condition: <c>{ "left": path, "op": operator, "right": value or template }</c>, or groups <c>{ "all": [...] }</c> and
/// <c>{ "any": [...] }</c> of conditions; the legacy <c>condition_type</c> forms too. Other members are ignored, so that it may be
/// the whole configuration of a node. Texts are compared folded by <see cref="TextFold"/>. Its JSON is what was read.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class Condition
{
    /// <summary>Levels of groups.</summary>
    public const int MaxDepth = ConditionParser.MaxDepth;

    private readonly string _json;

    private Condition(ConditionNode root, string json)
    {
        Root = root;
        _json = json;
        Reads = PathsOf(root).DistinctBy(path => path.ToString()).ToArray();
    }

    public ConditionNode Root { get; }

    /// <summary>Each path once, in the order written.</summary>
    public IReadOnlyList<VariablePath> Reads { get; }

    public static bool TryParse(
        JsonElement json, [NotNullWhen(true)] out Condition? condition, out IReadOnlyList<ConditionError> errors)
    {
        var parser = new ConditionParser();
        var root = parser.Parse(json);
        errors = parser.Errors;
        condition = root is null || errors.Count > 0 ? null : new Condition(root, json.GetRawText());
        return condition is not null;
    }

    public bool Evaluate(TextScope scope) => ConditionEvaluator.Holds(Root, scope);

    private static IEnumerable<VariablePath> PathsOf(ConditionNode node) => node switch
    {
        ConditionGroup group => group.Children.SelectMany(PathsOf),
        ConditionTest test => test.Right.SelectMany(operand => operand.Template?.Reads ?? []).Prepend(test.Left),
        _ => [],
    };

    /// <summary>Reads a condition; the exception's message names every error with its pointer.</summary>
    public sealed class Converter : JsonConverter<Condition>
    {
        public override Condition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return TryParse(document.RootElement, out var condition, out var errors)
                ? condition
                : throw new JsonException(string.Join("; ", errors.Select(error =>
                    error.Pointer.Length == 0 ? error.Message : $"{error.Pointer}: {error.Message}")));
        }

        public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value._json);
    }
}
