using FlowEngine.Conversations;
using FlowEngine.Support;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Text;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class TemplateTests
{
    private static readonly (string Name, Value Value)[] s_walk =
    [
        ("city", Value.Of("istanbul")),
        ("price", Value.Of(18500m)),
        ("day", Value.Of("2026-11-05")),
        ("products", Value.Of([
            Value.Object(("title", Value.Of("EP-1500")), ("price", Value.Of(99.5m)), ("currency", Value.Of("EUR"))),
            Value.Object(("title", Value.Of("F4"))),
        ])),
        ("tags", Value.Of([Value.Of("a"), Value.Of("b")])),
        ("empty", Value.Of("")),
    ];

    [Theory]
    [InlineData("Merhaba {{name}}!", "Merhaba Işıl!")]
    [InlineData("{{ walk.products.0.title }}", "EP-1500")]
    [InlineData("{{missing}}|{{walk.products.9.title}}", "|")]
    [InlineData("{{ city | upper }}", "İSTANBUL")]
    [InlineData("{{ city | capitalize }}", "İstanbul")]
    [InlineData("{{ name | lower }}", "ışıl")]
    [InlineData("{{ missing | default:\"yok | }} \\\"\" }}", "yok | }} \"")]
    [InlineData("{{ empty | default:'-' | upper }}", "-")]
    [InlineData("{{ price | money }}", "18.500,00 TRY")]
    [InlineData("{{ price | money:usd }}", "18.500,00 USD")]
    [InlineData("{{ products.0 | money }}", "99,50 EUR")]
    [InlineData("{{ city | money }}", "istanbul")]
    [InlineData("{{ price | number }} {{ price | number:2 }}", "18.500 18.500,00")]
    [InlineData("{{ day | date }}", "05.11.2026")]
    [InlineData("{{ day | date:\"d MMMM yyyy\" }}", "5 Kasım 2026")]
    [InlineData("{{ now | date:\"HH:mm\" }}", "09:30")]
    [InlineData("{{ city | date }}", "istanbul")]
    [InlineData("{{ tags | join }} {{ tags | join:\"/\" }} {{ tags | count }}", "a, b a/b 2")]
    [InlineData("{{ tags | json }}", "[\"a\",\"b\"]")]
    [InlineData("\\{{name}} { } }} {x}", "{{name}} { } }} {x}")]
    [InlineData("<b>{{message}}</b>", "<b>fiyat & stok</b>")]
    [InlineData("", "")]
    public void Render_Template_IsItsText(string source, string expected) =>
        Assert.Equal(expected, Parse(source).Render(Scopes.Of("fiyat & stok", s_walk)));

    [Theory]
    [InlineData("{{ price | money }}", "TRY 18,500.00")]
    [InlineData("{{ price | number:1 }}", "18,500.0")]
    [InlineData("{{ day | date }}", "2026-11-05")]
    [InlineData("{{ city | upper }}", "ISTANBUL")]
    public void Render_InEnglish_FollowsTheLanguage(string source, string expected) =>
        Assert.Equal(expected, Parse(source).Render(Scopes.In("en", "", s_walk)));

    [Theory]
    [InlineData("a {{name", 2, "closed")]
    [InlineData("{{}}", 2, "missing")]
    [InlineData("{{ a b }}", 2, "path")]
    [InlineData("{{ walk }}", 2, "path")]
    [InlineData("{{ name | shout }}", 10, "upper, lower, capitalize, trim, default, money, number, date, join, count, json")]
    [InlineData("{{ name | }}", 10, "filter")]
    [InlineData("{{ name | upper lower }}", 16, "| name")]
    [InlineData("{{ name | upper:\"x\" }}", 10, "no argument")]
    [InlineData("{{ name | default }}", 10, "default")]
    [InlineData("{{ name | default:\"x }}", 10, "quote")]
    [InlineData("{{ name | number:12 }}", 10, "decimals")]
    [InlineData("{{ name | date:\"%\" }}", 10, "date format")]
    public void TryParse_Malformed_SaysWhereAndWhy(string source, int position, string message)
    {
        Assert.False(Template.TryParse(source, out _, out var error));
        Assert.Equal(position, error.Position);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1900-01-01", "01.01.1900 00:00")]
    [InlineData("0002-01-01T00:00:00+14:00", "31.12.0001")]
    [InlineData("9998-12-31T23:59:59-12:00", "01.01.9999")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("2026-02-30", "2026-02-30")]
    [InlineData("2026-03-01T22:00:00.5Z", "02.03.2026 01:00")]
    public void Render_DatesAtTheEdges_AreInTheTenantsZoneOrAsTheyWere(string date, string start) =>
        Assert.StartsWith(
            start, Parse("{{ d | date:\"dd.MM.yyyy HH:mm\" }}").Render(Scopes.Of("", ("d", Value.Of(date)))), StringComparison.Ordinal);

    [Fact]
    public void Evaluate_OneVariableAlone_IsItsOwnValue()
    {
        var scope = Scopes.Of("", s_walk);

        Assert.Equal(Value.Of(18500m), Parse("{{ price }}").Evaluate(scope));
        Assert.Equal(ValueKind.List, Parse("{{products}}").Evaluate(scope).Kind);
        Assert.Equal(Value.Of("18500 "), Parse("{{price}} ").Evaluate(scope));
        Assert.Equal(Value.Of("2"), Parse("{{tags | count}}").Evaluate(scope));
    }

    [Fact]
    public void Reads_SeveralVariables_AreEachThereOnce() =>
        Assert.Equal(["name", "walk.price"], Parse("{{name}} {{walk.price|money}} {{ name }}").Reads.Select(path => path.ToString()));

    [Fact]
    public void Render_MoreThanTheLimit_IsCutWithoutHalfCharacters()
    {
        var emoji = string.Concat(Enumerable.Repeat("👍", Template.MaxLength / 2));

        var rendered = Parse("x{{big}}{{big}}").Render(Scopes.Of("", ("big", Value.Of(emoji))));

        Assert.Equal(Template.MaxLength - 1, rendered.Length);
        Assert.False(char.IsHighSurrogate(rendered[^1]));
    }

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndKeepsItsSource() =>
        Prop.ForAll(Texts.Any(), text =>
            Template.TryParse(text, out var template, out var error)
                ? template.Source == text && template.Render(Scopes.Of(text, s_walk)).Length <= Template.MaxLength
                : error.Position >= 0 && error.Position <= text.Length && error.Message.Length > 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(2000)));

    [Fact]
    public void Literal_AnyText_RendersItselfAlsoFromItsSource() =>
        Prop.ForAll(Texts.Any(), text =>
        {
            var literal = Template.Literal(text);
            return literal.IsLiteral
                && literal.Render(Scopes.Of("")) == text
                && Parse(literal.Source).Render(Scopes.Of("")) == text;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Render_LiteralsAndPaths_IsWhatJoiningThemGives()
    {
        var literal = Gen.Elements("a ", "}", "ş", "\n", "|").Select(text => (Source: text, Text: text));
        var path = Gen.Elements(("{{city}}", "istanbul"), ("{{ walk.price }}", "18500"), ("{{none}}", ""), ("{{name|upper}}", "IŞIL"), ("\\{{", "{{"))
            .Select(pair => (Source: pair.Item1, Text: pair.Item2));
        Prop.ForAll(Gen.OneOf(literal, path).ArrayOf().ToArbitrary(), parts =>
            Parse(string.Concat(parts.Select(part => part.Source))).Render(Scopes.Of("", s_walk))
                == string.Concat(parts.Select(part => part.Text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static Template Parse(string source)
    {
        Assert.True(Template.TryParse(source, out var template, out var error), error?.Message);
        return template;
    }
}
