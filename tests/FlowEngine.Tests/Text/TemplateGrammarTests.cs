using FlowEngine.Conversations;
using FlowEngine.Support;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Text;

/// <summary>The grammar of docs/language.md, sentence by sentence, against an evaluator of its own.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
public sealed class TemplateGrammarTests
{
    private static readonly Dictionary<string, Value> s_values = new()
    {
        ["city"] = Value.Of(" İzmir "),
        ["price"] = Value.Of(18500m),
        ["tags"] = Value.Of([Value.Of("a"), Value.Of("b")]),
        ["flag"] = Value.Of(true),
        ["nothing"] = Value.Of(""),
    };

    private sealed record Piece(string Source, string Text, string? Path = null);

    [Fact]
    public void TryParse_AnySentenceOfTheGrammar_IsReadAndRendersWhatItMeans() =>
        Prop.ForAll(Pieces().ToArbitrary(), pieces =>
        {
            var source = string.Concat(pieces.Select(piece => piece.Source));
            Assert.True(Template.TryParse(source, out var template, out var error), error?.Message);
            Assert.Equal(source, template.Source);
            Assert.Equal(string.Concat(pieces.Select(piece => piece.Text)), template.Render(Scope()));
            Assert.Equal(
                pieces.Select(piece => piece.Path).OfType<string>().Distinct(),
                template.Reads.Select(path => path.ToString()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(2000)));

    [Fact]
    public void TryParse_ASentenceWithoutItsClosingBraces_IsRefusedAtItsOpening() =>
        Prop.ForAll(Pieces().ToArbitrary(), Expression().ToArbitrary(), (pieces, cut) =>
        {
            var before = string.Concat(pieces.Select(piece => piece.Source));
            Assert.False(Template.TryParse(before + cut.Source[..^2], out _, out var error));
            Assert.InRange(error.Position, before.Length, before.Length + cut.Source.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void TryParse_MoreVariablesThanTheLimit_IsRefused()
    {
        var most = string.Concat(Enumerable.Repeat("{{a}}", 500));

        Assert.True(Template.TryParse(most, out _, out _));
        Assert.False(Template.TryParse(most + "{{a}}", out _, out var error));
        Assert.Equal(most.Length, error.Position);
        Assert.Contains("at most 500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_MoreFiltersThanTheLimit_IsRefused()
    {
        Assert.True(Template.TryParse("{{a|json|json|json|json|json|json|json|json}}", out _, out _));
        Assert.False(Template.TryParse("{{a|json|json|json|json|json|json|json|json|json}}", out _, out var error));
        Assert.Contains("at most 8 filters", error.Message, StringComparison.Ordinal);
    }

    private static Gen<IReadOnlyList<Piece>> Pieces() =>
        Gen.OneOf(Literal(), Gen.Constant(new Piece("\\{{", "{{")), Expression(), Expression()).ArrayOf()
            .Select(pieces => (IReadOnlyList<Piece>)pieces);

    private static Gen<Piece> Literal() =>
        Gen.Elements("a", " ", "}", "}}", "|", ":", "\"", "\n", "ş", "\\", "{ ", "👍", "upper").Select(text =>
            // A backslash before braces would escape them, and a brace before braces would open them.
            text == "\\" ? new Piece("\\ ", "\\ ") : new Piece(text, text));

    private static Gen<Piece> Expression() =>
        from path in Gen.Elements("city", "walk.price", "tags", "tags.1", "tags.9", "flag", "nothing", "missing", "walk.missing.deep", "conversation.name")
        from filters in Filter().ArrayOf(3)
        from used in Gen.Choose(0, 3)
        from space in Gen.Elements("", " ", "  ", "\t")
        let chosen = filters.Take(used).ToList()
        select new Piece(
            $"{{{{{space}{path}{space}{string.Concat(chosen.Select(filter => $"|{space}{filter.Source}{space}"))}}}}}",
            chosen.Aggregate(Resolve(path), (value, filter) => filter.Apply(value)).ToString(),
            path);

    private static Gen<(string Source, Func<Value, Value> Apply)> Filter() => Gen.Elements<(string, Func<Value, Value>)>(
        ("trim", value => Value.Of(value.ToString().Trim())),
        ("upper", value => Value.Of(value.ToString().Replace('i', 'İ').Replace('ı', 'I').ToUpperInvariant())),
        ("default:\"none, so far\"", value => value.IsEmpty ? Value.Of("none, so far") : value),
        ("default : 'a \\' | }} \\\\ b'", value => value.IsEmpty ? Value.Of("a ' | }} \\ b") : value),
        ("default: plain words ", value => value.IsEmpty ? Value.Of("plain words") : value),
        ("count", value => Value.Of(value.Kind == ValueKind.List ? value.Items.Count : value.IsEmpty ? 0 : 1)),
        ("join:\"; \"", value => value.Kind == ValueKind.List ? Value.Of(string.Join("; ", value.Items)) : value));

    private static Value Resolve(string path) => path switch
    {
        "walk.price" => s_values["price"],
        "tags.1" => Value.Of("b"),
        "conversation.name" => Value.Of("Işıl"),
        _ => s_values.GetValueOrDefault(path),
    };

    private static TextScope Scope() => Scopes.Of("", [.. s_values.Select(pair => (pair.Key, pair.Value))]);
}
