using FlowEngine.Comparing.Ladder.Measures;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Comparing.Tests.Ladder;

public sealed class MeasureTests
{
    /// <summary>The example of the rouge_score package's own page.</summary>
    [Fact]
    public void RougeL_OfThePublishedExample_IsAsPublished()
    {
        var target = Split("The quick brown fox jumps over the lazy dog");
        var prediction = Split("The quick brown dog jumps on the log.");

        Assert.Equal(0.588, RougeL.Of(target, prediction), 3);
        Assert.Equal(0.706, TokenF1.Of(target, prediction), 3);
    }

    /// <summary>Lin 2004, section 3.1: both candidates share words with the reference, the first keeps their order.</summary>
    [Theory]
    [InlineData("police kill the gunman", 0.75)]
    [InlineData("the gunman kill police", 0.5)]
    public void RougeL_OfLinsExample_IsAsInThePaper(string candidate, double expected) =>
        Assert.Equal(expected, RougeL.Of(Split("police killed the gunman"), Split(candidate)), 3);

    [Fact]
    public void RougeL_OfAnyTexts_IsThatOfTheFullTable() =>
        Prop.ForAll(Words.ToArbitrary(), Words.ToArbitrary(), (left, right) =>
            Math.Abs(RougeL.Of(left, right) - Reference(left, right)) < 1e-9).QuickCheckThrowOnFailure();

    [Fact]
    public void Measures_OfAnyTexts_AreSymmetricAndBounded() =>
        Prop.ForAll(Words.ToArbitrary(), Words.ToArbitrary(), (left, right) =>
            TokenF1.Of(left, right) == TokenF1.Of(right, left)
            && RougeL.Of(left, right) == RougeL.Of(right, left)
            && RougeL.Of(left, right) is >= 0 and <= 1
            && RougeL.Of(left, right) <= TokenF1.Of(left, right) + 1e-9
            && RougeL.Of(left, left) == 1).QuickCheckThrowOnFailure();

    [Fact]
    public void RougeL_OfHostileLength_IsBounded()
    {
        var left = Enumerable.Range(0, 10_000).Select(i => i % 2 == 0 ? "a" : "b").ToArray();
        var right = Enumerable.Repeat("a", 10_000).ToArray();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(0.5, RougeL.Of(left, right), 3);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("IŞIK", "ışık", "tr", true)]
    [InlineData("İSTANBUL", "istanbul", "tr", true)]
    [InlineData("IŞIK", "işik", "tr", false)]
    [InlineData("LIFT", "lift", "en", true)]
    [InlineData("“Merhaba” – nasılsınız?", "\"merhaba\" - nasılsınız", "tr", true)]
    [InlineData("Ürün’ün  fiyatı…", "ürün'ün fiyatı", "tr", true)]
    [InlineData("ﬁyat", "fiyat", "tr", true)]
    [InlineData("10%", "10", "en", false)]
    [InlineData("-5", "5", "en", false)]
    [InlineData("a\u200Bb", "ab", "en", true)]
    [InlineData("Fiyat: 500\u00A0TL", "fiyat: 500 tl", "tr", true)]
    public void Normalise_WhatMakesNoDifference_IsEqual(string left, string right, string language, bool equal) =>
        Assert.Equal(equal, Normaliser.Normalise(left, language) == Normaliser.Normalise(right, language));

    [Fact]
    public void Normalise_Twice_IsOnce() =>
        Prop.ForAll<string>(text =>
        {
            var once = Normaliser.Normalise(text ?? "", "tr");
            return Normaliser.Normalise(once, "tr") == once;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\uD800 kalan")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")]
    [InlineData("İİİıııIII")]
    public void Normalise_HostileText_IsStable(string text) =>
        Assert.Equal(Normaliser.Normalise(text, "en"), Normaliser.Normalise(Normaliser.Normalise(text, "en"), "en"));

    private static Gen<string[]> Words => Gen.Elements("a", "b", "c", "d").ListOf().Select(words => words.ToArray());

    private static string[] Split(string text) => Tokens.Of(Normaliser.Normalise(text, "en"));

    /// <summary>The definition, written as it is read: slow, and with all the memory it wants.</summary>
    private static double Reference(string[] left, string[] right)
    {
        if (left.Length == 0 && right.Length == 0)
        {
            return 1;
        }

        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                table[i, j] = left[i] == right[j] ? 1 + table[i + 1, j + 1] : Math.Max(table[i + 1, j], table[i, j + 1]);
            }
        }

        var (precision, recall) = ((double)table[0, 0] / Math.Max(1, right.Length), (double)table[0, 0] / Math.Max(1, left.Length));
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
