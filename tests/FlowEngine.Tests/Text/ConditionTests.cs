using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Text;
using Xunit;

namespace FlowEngine.Tests.Text;

public sealed class ConditionTests
{
    private static readonly (string Name, Value Value)[] s_walk =
    [
        ("city", Value.Of("İstanbul")),
        ("count", Value.Of(5m)),
        ("text_number", Value.Of("5.50")),
        ("phone", Value.Of("0532")),
        ("flag", Value.Of(true)),
        ("day", Value.Of("2026-03-02")),
        ("moment", Value.Of("2026-03-01T23:30:00Z")),
        ("tags", Value.Of([Value.Of("Akülü"), Value.Of(3m)])),
        ("blank", Value.Of("  ")),
        ("none", Value.Null),
    ];

    [Theory]
    [InlineData("""{"left":"city","op":"equals","right":"ISTANBUL"}""", true)]
    [InlineData("""{"left":"city","op":"not_equals","right":"ISTANBUL"}""", false)]
    [InlineData("""{"left":"{{ walk.city }}","op":"equals","right":"{{city}}"}""", true)]
    [InlineData("""{"left":"count","op":"equals","right":"5.0"}""", true)]
    [InlineData("""{"left":"count","op":"equals","right":"beş"}""", false)]
    [InlineData("""{"left":"phone","op":"equals","right":"532"}""", false)]
    [InlineData("""{"left":"flag","op":"equals","right":"true"}""", true)]
    [InlineData("""{"left":"missing","op":"equals","right":null}""", true)]
    [InlineData("""{"left":"tags","op":"equals","right":["akulu","3"]}""", true)]
    [InlineData("""{"left":"city","op":"contains","right":"tanb"}""", true)]
    [InlineData("""{"left":"message","op":"contains","right":"?"}""", true)]
    [InlineData("""{"left":"city","op":"contains","right":"?"}""", false)]
    [InlineData("""{"left":"city","op":"contains","right":""}""", false)]
    [InlineData("""{"left":"tags","op":"contains","right":"akülü"}""", true)]
    [InlineData("""{"left":"tags","op":"contains","right":"akü"}""", false)]
    [InlineData("""{"left":"city","op":"starts_with","right":"ist"}""", true)]
    [InlineData("""{"left":"city","op":"ends_with","right":"BUL"}""", true)]
    [InlineData("""{"left":"missing","op":"starts_with","right":"a"}""", false)]
    [InlineData("""{"left":"message","op":"matches","right":"^en\\s+ucuz"}""", true)]
    [InlineData("""{"left":"message","op":"matches","right":"^ucuz"}""", false)]
    [InlineData("""{"left":"phone","op":"matches","right":"^\\+?(90)?[ ()-]{0,5}0?\\d{1,3}([ -]?\\d{2,4}){0,3}$"}""", true)]
    [InlineData("""{"left":"message","op":"has_keyword","right":["en ucuz","cheapest"]}""", true)]
    [InlineData("""{"left":"message","op":"has_keyword","right":{"tr":["fork*"],"en":["cheapest"]}}""", true)]
    [InlineData("""{"left":"message","op":"has_keyword","right":["fork","lift","kim"]}""", false)]
    [InlineData("""{"left":"message","op":"has_keyword","right":"fiyat*, ucuz"}""", true)]
    [InlineData("""{"left":"count","op":"gt","right":"4.9"}""", true)]
    [InlineData("""{"left":"text_number","op":"gte","right":5.5}""", true)]
    [InlineData("""{"left":"count","op":"lt","right":5}""", false)]
    [InlineData("""{"left":"count","op":"lte","right":"{{count}}"}""", true)]
    [InlineData("""{"left":"city","op":"gt","right":1}""", false)]
    [InlineData("""{"left":"missing","op":"lt","right":1}""", false)]
    [InlineData("""{"left":"day","op":"gt","right":"2026-03-01"}""", true)]
    [InlineData("""{"left":"moment","op":"gt","right":"2026-03-02"}""", true)]
    [InlineData("""{"left":"now","op":"between","right":["2026-03-02","2026-03-03"]}""", true)]
    [InlineData("""{"left":"count","op":"between","right":"1, 5"}""", true)]
    [InlineData("""{"left":"count","op":"between","right":[6,10]}""", false)]
    [InlineData("""{"left":"city","op":"in","right":["ankara","istanbul"]}""", true)]
    [InlineData("""{"left":"city","op":"in","right":"Ankara, İSTANBUL"}""", true)]
    [InlineData("""{"left":"count","op":"in","right":["{{text_number}}",7]}""", false)]
    [InlineData("""{"left":"city","op":"in","right":"{{tags}}"}""", false)]
    [InlineData("""{"left":"tags.0","op":"in","right":"{{tags}}"}""", true)]
    [InlineData("""{"left":"count","op":"is_set"}""", true)]
    [InlineData("""{"left":"none","op":"is_set"}""", false)]
    [InlineData("""{"left":"blank","op":"is_empty"}""", true)]
    [InlineData("""{"left":"tags","op":"is_empty"}""", false)]
    [InlineData("""{"all":[{"left":"count","op":"is_set"},{"any":[{"left":"missing","op":"is_set"},{"left":"flag","op":"is_set"}]}]}""", true)]
    [InlineData("""{"all":[{"left":"count","op":"is_set"}],"any":[{"left":"missing","op":"is_set"}]}""", false)]
    [InlineData("""{"label":"x","condition_type":"contains","value":"UCUZ"}""", true)]
    [InlineData("""{"condition_type":"equals","value":"en ucuz forklift"}""", false)]
    [InlineData("""{"condition_type":"starts_with","value":"en"}""", true)]
    [InlineData("""{"condition_type":"ends_with","value":"forklift"}""", true)]
    [InlineData("""{"condition_type":"regex","value":"forklift|transpalet"}""", true)]
    [InlineData("""{"condition_type":"context_has","value":"city"}""", true)]
    [InlineData("""{"condition_type":"context_has","value":"country"}""", false)]
    [InlineData("""{"condition_type":"context_equals","value":"city","context_value":"istanbul"}""", true)]
    [InlineData("""{"condition_type":"contains_keywords","keywords":["en ucuz","fiyat"]}""", true)]
    public void Evaluate_Condition_HoldsOrNot(string json, bool holds) =>
        Assert.Equal(holds, Parse(json).Evaluate(Scopes.Of("En ucuz hangi forklift?", s_walk)));

    /// <summary>Left, right, and whether "equals" holds in Turkish and English alike.</summary>
    public static TheoryData<string, string, bool> Pairs { get; } = new()
    {
        { "A Rh+", "a rh+", true }, { "A Rh-", "A Rh+", false }, { "A Rh", "A Rh+", false }, { "A Rh +", "A Rh+", true },
        { "5", "-5", false }, { "−5", "-5", true }, { "c#", "C#", true }, { "C", "C#", false }, { "C++", "C#", false }, { "C++", "c++", true },
        { "<5 ton", ">5 ton", false }, { "< 5 TON", "<5 ton", true }, { "%10", "10", false }, { "$5", "€5", false }, { "R&D", "R D", false },
        { "1/2", "1-2", false }, { "#1", "1", false }, { "≠5", "=5", false }, { "5°", "5", false },
        { "Merhaba!", "merhaba", true }, { "e-posta", "E POSTA", true }, { "EP-1500", "ep 1500", true }, { "- evet", "evet", true },
        { "İSTANBUL", "istanbul", true }, { "şişe", "SISE", true }, { "Ankara'da", "ankara", true }, { "O'Brien", "O", false },
        { "o’brien", "O'BRIEN", true }, { "5'10", "5", false }, { "3'lü", "3", true }, { "evet 👍", "evet", true }, { "👍 evet", "👎 evet", false },
        { "👍", "👎", false }, { "?", "!", false }, { "ﬁne", "FINE", true }, { "1,5 ton", "1.5 ton", true }, { "\u200B\u00A0", "", true },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Equals_OfTextsThatFoldTheSame_HoldsWhereTheySayTheSame(string left, string right, bool holds)
    {
        var condition = Parse($$"""{"left":"x","op":"equals","right":{{JsonSerializer.Serialize(right)}}}""");
        var among = Parse($$"""{"left":"x","op":"in","right":[{{JsonSerializer.Serialize(right)}}]}""");
        foreach (var language in new[] { "tr", "en" })
        {
            Assert.Equal(holds, condition.Evaluate(Scopes.In(language, "", ("x", Value.Of(left)))));
            Assert.Equal(holds, among.Evaluate(Scopes.In(language, "", ("x", Value.Of(left)))));
        }
    }

    [Theory]
    [InlineData("kan grubum A Rh- benim", "contains", "A Rh+", false)]
    [InlineData("kan grubum A Rh+ benim", "contains", "a rh+", true)]
    [InlineData("C biliyorum", "contains", "C#", false)]
    [InlineData("C# biliyorum", "starts_with", "c#", true)]
    [InlineData("C biliyorum", "starts_with", "c#", false)]
    [InlineData("dilim C", "ends_with", "C#", false)]
    [InlineData("dilim C#", "ends_with", "c#", true)]
    [InlineData("tamam 👎", "contains", "👍 tamam", false)]
    [InlineData("C biliyorum", "has_keyword", "C#", false)]
    [InlineData("c# biliyorum", "has_keyword", "C#", true)]
    [InlineData("A Rh- kanım var", "has_keyword", "A Rh+", false)]
    [InlineData("A Rh+ kanım var", "has_keyword", "A Rh+", true)]
    [InlineData("5 ton istiyorum", "has_keyword", "1,5 ton", false)]
    [InlineData("1,5 ton istiyorum", "has_keyword", "1,5 ton, 2 ton", true)]
    [InlineData("2 ton istiyorum", "has_keyword", "1,5 ton, 2 ton", true)]
    public void Part_OfATextWithOtherSigns_IsNotThere(string left, string op, string right, bool holds) => Assert.Equal(
        holds,
        Parse($$"""{"left":"x","op":"{{op}}","right":{{JsonSerializer.Serialize(right)}}}""").Evaluate(Scopes.Of("", ("x", Value.Of(left)))));

    [Theory]
    [InlineData("istanbul", "İSTANBUL")]
    [InlineData("İSTANBUL", "istanbul")]
    [InlineData("^ısparta$", "ISPARTA")]
    [InlineData("^isparta$", "ısparta")]
    [InlineData("[ı]\\\\u0131?", "I")]
    [InlineData("istanbul", "i\u0307stanbul")]
    [InlineData("ŞİŞLİ|ÇAĞRI", "şişli")]
    [InlineData("THE I", "the i")]
    public void Matches_InEitherCase_Holds(string pattern, string text)
    {
        foreach (var language in new[] { "tr", "en" })
        {
            Assert.True(Parse($$"""{"left":"x","op":"matches","right":"{{pattern}}"}""").Evaluate(Scopes.In(language, "", ("x", Value.Of(text)))));
        }
    }

    [Theory]
    [InlineData("tr", "1.500", true)]
    [InlineData("en", "1.500", false)]
    [InlineData("en", "1,500", true)]
    [InlineData("tr", "1500", true)]
    [InlineData("en", "18500.000", true)]
    [InlineData("tr", "18500.000", true)]
    public void Order_OfANumberInAText_IsByTheLanguage(string language, string text, bool isAbove) =>
        Assert.Equal(isAbove, Parse("""{"left":"x","op":"gt","right":1000}""").Evaluate(Scopes.In(language, "", ("x", Value.Of(text)))));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\u00A0")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData("\u3164\u2060")]
    public void Blank_Text_IsEmptyForEverything(string text)
    {
        var scope = Scopes.Of("", ("x", Value.Of(text)));

        Assert.True(Parse("""{"left":"x","op":"is_empty"}""").Evaluate(scope));
        Assert.True(Parse("""{"left":"x","op":"equals","right":null}""").Evaluate(scope));
        Assert.True(Template.TryParse("{{x | default:\"none\"}}|{{x | count}}|{{x | trim}}", out var template, out _));
        Assert.Equal("none|0|", template.Render(scope));
    }

    [Theory]
    [InlineData("5", "", "object")]
    [InlineData("{}", "/left", "path")]
    [InlineData("""{"left":"a b","op":"is_set"}""", "/left", "'a b' is not the path")]
    [InlineData("""{"left":"a"}""", "/op", "missing")]
    [InlineData("""{"left":"a","op":"like","right":1}""", "/op", "no operator 'like'; it is one of equals, ")]
    [InlineData("""{"left":"a","op":"equals"}""", "/right", "missing")]
    [InlineData("""{"left":"a","op":"equals","right":"{{b"}""", "/right", "never closed")]
    [InlineData("""{"left":"a","op":"between","right":[1]}""", "/right", "two values")]
    [InlineData("""{"left":"a","op":"in","right":[]}""", "/right", "at least one")]
    [InlineData("""{"left":"a","op":"has_keyword","right":["?"]}""", "/right", "letter or digit")]
    [InlineData("""{"left":"a","op":"has_keyword","right":{"tr":{}}}""", "/right", "lists by language")]
    [InlineData("""{"left":"a","op":"matches","right":"(a"}""", "/right", "not a regular expression")]
    [InlineData("""{"left":"a","op":"matches","right":"(a)\\1"}""", "/right", "back-references")]
    [InlineData("""{"left":"a","op":"matches","right":"((a{100}){100}){100}"}""", "/right", "counts written out")]
    [InlineData("""{"left":"a","op":"matches","right":"[{2}]{601}"}""", "/right", "counts written out")]
    [InlineData("""{"all":[]}""", "/all", "at least one")]
    [InlineData("""{"any":[{"left":"a","op":"is_set"},{"all":[{"left":"a","op":"x"}]}]}""", "/any/1/all/0/op", "no operator")]
    [InlineData("""{"condition_type":"javascript","value":"1"}""", "/condition_type", "contains_keywords")]
    [InlineData("""{"condition_type":"context_has","value":"a b"}""", "/value", "path")]
    public void TryParse_Malformed_SaysWhereAndWhy(string json, string pointer, string message)
    {
        using var document = JsonDocument.Parse(json);

        Assert.False(Condition.TryParse(document.RootElement, out _, out var errors));
        Assert.Contains(errors, error => error.Pointer == pointer && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void TryParse_SeveralErrors_AreAllThere()
    {
        using var document = JsonDocument.Parse("""{"all":[{"left":"a","op":"x"},{"left":"b","op":"equals"},{"left":"c","op":"is_set"}]}""");

        Assert.False(Condition.TryParse(document.RootElement, out _, out var errors));
        Assert.Equal(["/all/0/op", "/all/1/right"], errors.Select(error => error.Pointer));
    }

    [Theory]
    [InlineData(Condition.MaxDepth, true)]
    [InlineData(Condition.MaxDepth + 1, false)]
    public void TryParse_NestedGroups_AreReadToTheLimit(int depth, bool isRead)
    {
        var json = string.Concat(Enumerable.Repeat("""{"any":[""", depth)) + """{"left":"a","op":"is_set"}""" + string.Concat(Enumerable.Repeat("]}", depth));
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 200 });

        Assert.Equal(isRead, Condition.TryParse(document.RootElement, out _, out _));
    }

    [Fact]
    public void Reads_LeftsAndTemplates_AreEachThereOnce() =>
        Assert.Equal(
            ["a", "walk.b", "message"],
            Parse("""[{"left":"a","op":"in","right":["{{walk.b}}","{{a}}"]},{"left":"message","op":"is_set"}]""").Reads.Select(path => path.ToString()));

    [Fact]
    public void Converter_Condition_IsReadAndWrittenAsItWas()
    {
        const string json = """{"when":{"left":"a","op":"equals","right":"x"}}""";

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<string, Condition>>(json)));
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Condition>("""{"all":[{"left":"a"}]}"""));
        Assert.Contains("/all/0/op: is missing", exception.Message, StringComparison.Ordinal);
    }

    internal static Condition Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(Condition.TryParse(document.RootElement, out var condition, out var errors), string.Join("; ", errors));
        return condition;
    }
}
