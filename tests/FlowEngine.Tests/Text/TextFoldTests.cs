using System.Text;
using System.Text.Json;
using FlowEngine.Support;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Text;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class TextFoldTests
{
    [Fact]
    public void Fold_EveryPairOfTheTable_GivesItsFoldedText()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Text", "text-fold-pairs.json");
        using var pairs = JsonDocument.Parse(File.ReadAllText(path));
        Assert.True(pairs.RootElement.GetArrayLength() >= 30);
        foreach (var pair in pairs.RootElement.EnumerateArray())
        {
            Assert.Equal(pair.GetProperty("folded").GetString(), TextFold.Fold(pair.GetProperty("text").GetString()!));
        }
    }

    [Fact]
    public void Fold_AnyText_IsIdempotentAndHasOnlyWords() =>
        Prop.ForAll(Texts.Any(), text =>
        {
            var folded = TextFold.Fold(text);
            return TextFold.Fold(folded) == folded
                && folded == folded.Trim()
                && !folded.Contains("  ", StringComparison.Ordinal)
                && folded.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.');
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(2000)));

    [Fact]
    public void Fold_EveryCharacterThereIs_IsIdempotent()
    {
        for (var code = 0; code <= 0x1FFFF; code++)
        {
            if (Rune.IsValid(code))
            {
                var folded = TextFold.Fold($"a{new Rune(code)}b");
                Assert.True(TextFold.Fold(folded) == folded, $"U+{code:X4} folds to '{folded}', then to '{TextFold.Fold(folded)}'");
            }
        }
    }

    [Fact]
    public void Fold_LoneSurrogates_AreSeparators() =>
        Assert.Equal("a b", TextFold.Fold("a\uD800b\uDC00"));

    [Fact]
    public void Fold_LongRunOfUnorderedMarks_DropsThem()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323\u0345", 100_000));

        Assert.Equal("s", TextFold.Fold("ş" + marks));
    }

    [Fact]
    public void Words_OfASentence_AreTheFoldedWords() =>
        Assert.Equal(["ep", "1500", "ankara", "var", "mi"], TextFold.Words("EP-1500 Ankara'da var mı?"));
}
