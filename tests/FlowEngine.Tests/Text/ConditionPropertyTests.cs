using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Support;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Text;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class ConditionPropertyTests
{
    private static readonly Dictionary<string, Value> s_values = new()
    {
        ["n"] = Value.Of(3m),
        ["s"] = Value.Of("3"),
        ["t"] = Value.Of("Çok ucuz"),
        ["l"] = Value.Of([Value.Of("3"), Value.Of("ucuz")]),
        ["b"] = Value.Of(true),
        ["e"] = Value.Of(""),
    };

    [Fact]
    public void Evaluate_AnyTree_IsWhatANaiveEvaluatorGives()
    {
        var scope = Scopes.Of("", [.. s_values.Select(pair => (pair.Key, pair.Value))]);
        Prop.ForAll(Tree(4).ToArbitrary(), json => ConditionTests.Parse(json).Evaluate(scope) == Naive(JsonNode.Parse(json)!))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(3000)));
    }

    [Fact]
    public void TryParse_AnyJson_NeverThrowsAndWhatIsReadEvaluates()
    {
        var scope = Scopes.Of("en ucuz", [.. s_values.Select(pair => (pair.Key, pair.Value))]);
        Prop.ForAll(Wild(4).ToArbitrary(), json =>
        {
            using var document = JsonDocument.Parse(json);
            if (Condition.TryParse(document.RootElement, out var condition, out var errors))
            {
                _ = condition.Evaluate(scope);
                return errors.Count == 0;
            }

            return errors.Count > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(3000)));
    }

    private static Gen<string> Leaf() =>
        from left in Gen.Elements("n", "s", "t", "l", "b", "e", "missing")
        from op in Gen.Elements("equals", "not_equals", "contains", "starts_with", "ends_with", "gt", "gte", "lt", "lte", "in", "is_set", "is_empty")
        from right in Gen.Elements("3", "\"3\"", "\"3.0\"", "4", "\"UCUZ\"", "\"cok\"", "\"çok ucuz\"", "true", "\"{{n}}\"", "\"{{t}}\"", "\"{{missing}}\"")
        select $$"""{"left":"{{left}}","op":"{{op}}","right":{{right}}}""";

    private static Gen<string> Tree(int depth) => depth == 0
        ? Leaf()
        : Gen.OneOf(
            Leaf(),
            from name in Gen.Elements("all", "any")
            from children in Tree(depth - 1).NonEmptyListOf()
            select $$"""{"{{name}}":[{{string.Join(',', children.Take(3))}}]}""");

    private static Gen<string> Wild(int depth)
    {
        var scalar = Gen.OneOf(
            Gen.Elements(
                "null", "1", "-1e300", "true", "\"\"", "\"n\"", "\"walk\"", "\"equals\"", "\"matches\"", "\"has_keyword\"", "\"between\"",
                "\"in\"", "\"regex\"", "\"context_has\"", "\"{{n}}\"", "\"{{\"", "\"[a\"", "\"\\ud800\"", "\"2026-03-02\"", "\"9999-12-31T23:59Z\""),
            Texts.Any().Generator.Select(text => JsonSerializer.Serialize(text)));
        var name = Gen.Elements("all", "any", "left", "op", "right", "value", "keywords", "condition_type", "context_value", "tr", "\\ud800");
        return depth == 0
            ? scalar
            : Gen.OneOf(
                scalar,
                Wild(depth - 1).ListOf().Select(items => $"[{string.Join(',', items.Take(4))}]"),
                Leaf(),
                Gen.Zip(name, Wild(depth - 1)).ListOf()
                    .Select(members => $"{{{string.Join(',', members.Take(4).Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"));
    }

    private static bool Naive(JsonNode node)
    {
        if (node["all"] is JsonArray all)
        {
            return all.All(child => Naive(child!));
        }

        if (node["any"] is JsonArray any)
        {
            return any.Any(child => Naive(child!));
        }

        var left = s_values.GetValueOrDefault(node["left"]!.GetValue<string>());
        var right = node["right"]!.ToString() switch
        {
            "{{n}}" => s_values["n"],
            "{{t}}" => s_values["t"],
            "{{missing}}" => Value.Null,
            var text => node["right"]!.GetValueKind() == JsonValueKind.Number
                ? Value.Of(decimal.Parse(text, CultureInfo.InvariantCulture))
                : Value.Of(text),
        };
        var (leftText, rightText) = (TextFold.Fold(left.ToString()), TextFold.Fold(right.ToString()));
        var areTexts = left.Kind is not (ValueKind.Null or ValueKind.List) && rightText.Length > 0;
        return node["op"]!.GetValue<string>() switch
        {
            "equals" or "in" => Same(left, right),
            "not_equals" => !Same(left, right),
            "contains" when left.Kind == ValueKind.List => left.Items.Any(item => Same(item, right)),
            "contains" => areTexts && leftText.Contains(rightText, StringComparison.Ordinal),
            "starts_with" => areTexts && leftText.StartsWith(rightText, StringComparison.Ordinal),
            "ends_with" => areTexts && leftText.EndsWith(rightText, StringComparison.Ordinal),
            "gt" => left.Number > right.Number,
            "gte" => left.Number >= right.Number,
            "lt" => left.Number < right.Number,
            "lte" => left.Number <= right.Number,
            "is_set" => left.Kind != ValueKind.Null,
            _ => left.IsEmpty,
        };
    }

    private static bool Same(Value left, Value right) =>
        left.IsEmpty || right.IsEmpty ? left.IsEmpty && right.IsEmpty
        : left.Kind == ValueKind.Number || right.Kind == ValueKind.Number ? left.Number is not null && left.Number == right.Number
        : left.Kind != ValueKind.List && TextFold.Fold(left.ToString()) == TextFold.Fold(right.ToString());
}
