using System.Text.Json;
using FlowEngine.Checking.Satisfiability;
using FlowEngine.Conversations;
using FlowEngine.Support;
using FlowEngine.Tests.Text;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Checking.Satisfiability;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class ConditionProofTests
{
    [Theory]
    [InlineData("""{"all":[{"left":"n","op":"gt","right":5},{"left":"n","op":"lt","right":5}]}""")]
    [InlineData("""{"all":[{"left":"n","op":"gte","right":5},{"left":"n","op":"lt","right":"5.0"}]}""")]
    [InlineData("""{"all":[{"left":"n","op":"between","right":[10,1]}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"Red"},{"left":"t","op":"equals","right":"blue"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"A Rh+"},{"left":"t","op":"equals","right":"A Rh-"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"C"},{"left":"t","op":"contains","right":"C#"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"in","right":["a","b"]},{"left":"t","op":"not_equals","right":"A"},{"left":"t","op":"not_equals","right":"B"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"red car"},{"left":"t","op":"contains","right":"blue"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"red car"},{"left":"t","op":"has_keyword","right":["blue"]}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"is_empty"},{"left":"t","op":"equals","right":"x"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"x"},{"left":"t","op":"gt","right":3}]}""")]
    [InlineData("""{"all":[{"left":"n","op":"gt","right":5},{"any":[{"left":"n","op":"lt","right":3},{"left":"n","op":"equals","right":4}]}]}""")]
    [InlineData("""{"all":[{"left":"message","op":"starts_with","right":"a"},{"left":"message","op":"gt","right":1},{"left":"message","op":"lt","right":1}]}""")]
    public void IsImpossible_OfPartsThatExcludeEachOther_IsSo(string json) => Assert.True(IsNever(json));

    [Theory]
    [InlineData("""{"all":[{"left":"n","op":"gt","right":5},{"left":"m","op":"lt","right":5}]}""")]
    [InlineData("""{"all":[{"left":"n","op":"gte","right":5},{"left":"n","op":"lte","right":5}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"Red"},{"left":"t","op":"equals","right":"red!"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"contains","right":"red"},{"left":"t","op":"contains","right":"blue"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"x"},{"left":"walk.t","op":"equals","right":"y"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"{{a}}"},{"left":"t","op":"equals","right":"{{b}}"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"is_empty"},{"left":"t","op":"is_set"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"gt","right":"2026-01-01"},{"left":"t","op":"lt","right":"2025-01-01"}]}""")]
    [InlineData("""{"all":[{"left":"t","op":"equals","right":"5"},{"left":"t","op":"gt","right":4}]}""")]
    public void IsImpossible_OfPartsThatMayMeet_IsNot(string json) => Assert.False(IsNever(json));

    [Theory]
    [InlineData("""["fiyat","ucuz"]""", """["fiyat*","ucuz","price"]""", true)]
    [InlineData("""["fiyat*"]""", """["fiyat"]""", false)]
    [InlineData("""["en ucuz"]""", """["ucuz"]""", true)]
    [InlineData("""["ucuz"]""", """["en ucuz"]""", false)]
    [InlineData("""["fiyatlar"]""", """["fiyat*"]""", true)]
    [InlineData("""["FİYAT"]""", """["fiyat"]""", true)]
    [InlineData("""["a","b"]""", """["a"]""", false)]
    public void IsImpossible_OfKeywords_KnowsWhichIncludeWhich(string needed, string forbidden, bool isNever) =>
        Assert.Equal(isNever, ConditionProof.IsImpossible(
            [ConditionTests.Parse($$"""{"left":"message","op":"has_keyword","right":{{needed}}}""")],
            [ConditionTests.Parse($$"""{"left":"message","op":"has_keyword","right":{{forbidden}}}""")]));

    [Theory]
    [InlineData("""{"any":[{"left":"n","op":"is_set"},{"left":"n","op":"is_empty"}]}""")]
    [InlineData("""{"any":[{"left":"n","op":"equals","right":"{{a}}"},{"left":"n","op":"not_equals","right":"{{a}}"}]}""")]
    [InlineData("""{"any":[{"left":"t","op":"not_equals","right":"a"},{"left":"t","op":"not_equals","right":"b"}]}""")]
    [InlineData("""{"any":[{"left":"t","op":"not_equals","right":"ab"},{"left":"t","op":"contains","right":"a"}]}""")]
    public void IsImpossible_OfTheOppositeOfWhatAlwaysHolds_IsSo(string json) =>
        Assert.True(ConditionProof.IsImpossible([], [ConditionTests.Parse(json)]));

    [Fact]
    public void IsImpossible_WhereItSaysSo_NoScopeMakesItTrue()
    {
        var proven = 0;
        var sample =
            from condition in Tree(3)
            from holds in Gen.Elements(true, false)
            from values in Pool().ListOf(4)
            select (condition, holds, values);
        Prop.ForAll(sample.ToArbitrary(), one =>
        {
            var condition = ConditionTests.Parse(one.condition);
            if (!(one.holds ? ConditionProof.IsImpossible([condition], []) : ConditionProof.IsImpossible([], [condition])))
            {
                return true;
            }

            proven++;
            return s_values.All(x => one.values.All(y => condition.Evaluate(ScopeOf(x, y)) != one.holds));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(2000)));
        Assert.True(proven > 50, $"only {proven} were proven");
    }

    [Fact]
    public void IsImpossible_OfCasesWithEarlierOnes_NoScopeTakesTheCase()
    {
        var proven = 0;
        var sample =
            from earlier in Tree(1)
            from own in Tree(1)
            from values in Pool().ListOf(4)
            select (earlier, own, values);
        Prop.ForAll(sample.ToArbitrary(), one =>
        {
            var (earlier, own) = (ConditionTests.Parse(one.earlier), ConditionTests.Parse(one.own));
            if (!ConditionProof.IsImpossible([own], [earlier]))
            {
                return true;
            }

            proven++;
            return s_values.All(x => one.values.All(y => !own.Evaluate(ScopeOf(x, y)) || earlier.Evaluate(ScopeOf(x, y))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(2000)));
        Assert.True(proven > 50, $"only {proven} were proven");
    }

    [Fact]
    public void IsImpossible_OfTooManyWays_GivesUpAndSaysNothing()
    {
        var any = string.Join(',', Enumerable.Range(0, 40).Select(i =>
            $$"""{"any":[{"left":"a{{i}}","op":"equals","right":1},{"left":"b{{i}}","op":"equals","right":2},{"left":"c","op":"matches","right":"x{{i}}"}]}"""));

        Assert.False(ConditionProof.IsImpossible([ConditionTests.Parse($$"""{"all":[{{any}},{"left":"z","op":"is_set"}]}""")], []));
    }

    private static bool IsNever(string json) => ConditionProof.IsImpossible([ConditionTests.Parse(json)], []);

    private static TextScope ScopeOf(Value x, Value y) => Scopes.Of(x.Text ?? "", ("x", x), ("y", y));

    /// <summary>Values at, between and beside all that the generated comparisons name.</summary>
    private static readonly Value[] s_values =
    [
        Value.Null, Value.Of(""), Value.Of("  "), Value.Of("?"), Value.Of("3"), Value.Of(" 3 "), Value.Of("3.0"), Value.Of("4"), Value.Of("3.5"), Value.Of("-1"),
        Value.Of(3m), Value.Of(4m), Value.Of(3.5m), Value.Of(-1m), Value.Of(100m), Value.Of(true), Value.Of(false), Value.Of("true"), Value.Of("on"),
        Value.Of("ucuz"), Value.Of("UCUZ!"), Value.Of("en ucuz"), Value.Of("çok ucuz"), Value.Of("fiyat"), Value.Of("fiyatlar ucuz"), Value.Of("2026-03-02"),
        Value.EmptyList, Value.Of([Value.Of("3"), Value.Of("ucuz")]), Value.Of([Value.Of(3m)]), Value.Of([Value.Of("en ucuz")]), Value.Of([Value.Null]),
        Value.Object(), Value.Object(("a", Value.Of(1m))),
        Value.Of("C"), Value.Of("c#"), Value.Of("C #"), Value.Of("-3"), Value.Of("A Rh+"), Value.Of("a rh-"), Value.Of("1.500"), Value.Of("1,500"),
        Value.Of("\u200B"), Value.Of("ucuz 👍"), Value.Of("👎 ucuz"), Value.Of("👍"),
    ];

    private static Gen<Value> Pool() => Gen.Elements(s_values);

    private static Gen<string> Leaf()
    {
        var left = Gen.Elements("x", "x", "x", "y", "message");
        var one = Gen.Elements("3", "\"3\"", "4", "\"ucuz\"", "\"UCUZ\"", "\"en ucuz\"", "\"?\"", "\" \"", "\"C\"", "\"C#\"", "\"-3\"", "\"A Rh+\"", "\"ucuz 👍\"", "1500", "true", "\"{{y}}\"", "null", "[3,\"ucuz\"]");
        var part = Gen.Elements("\"u\"", "\"ucuz\"", "\"en\"", "\"?\"", "\"c#\"", "\"c\"", "\"rh-\"", "\"👍 ucuz\"", "3", "\"3\"", "null");
        var number = Gen.Elements("3", "4", "\"3\"", "\"3.5\"", "\"2026-01-01\"", "\"x\"", "\"{{y}}\"");
        var words = Gen.Elements("[\"ucuz\"]", "[\"en ucuz\"]", "[\"fiyat*\"]", "[\"ucuz\",\"fiyat\"]", "[\"3\"]", "[\"C#\"]", "[\"c\",\"A Rh+\"]", "[\"-3\"]");
        return Gen.OneOf(
            Test(left, Gen.Elements("equals", "not_equals"), one),
            Test(left, Gen.Elements("contains", "starts_with", "ends_with"), part),
            Test(left, Gen.Elements("gt", "gte", "lt", "lte"), number),
            Test(left, Gen.Constant("has_keyword"), words),
            Test(left, Gen.Constant("matches"), Gen.Elements("\"^u\"", "\"3\"")),
            Test(left, Gen.Constant("in"), Gen.Elements("[3,\"ucuz\"]", "[\"en ucuz\"]", "[true]", "[[3]]", "\"ucuz,3\"")),
            Test(left, Gen.Constant("between"), Gen.Elements("[3,4]", "[4,3]", "[\"3\",3]", "[\"2026-01-01\",\"2027-01-01\"]")),
            Test(left, Gen.Elements("is_set", "is_empty"), Gen.Constant("null")));
    }

    private static Gen<string> Test(Gen<string> left, Gen<string> op, Gen<string> right) =>
        from l in left
        from o in op
        from r in right
        select $$"""{"left":{{JsonSerializer.Serialize(l)}},"op":"{{o}}","right":{{r}}}""";

    private static Gen<string> Tree(int depth) => depth == 0
        ? Leaf()
        : Gen.Frequency(
            (1, Leaf()),
            (3, from name in Gen.Elements("all", "any")
                from children in Tree(depth - 1).ListOf(3)
                select $$"""{"{{name}}":[{{string.Join(',', children)}}]}"""));
}
