using System.Text.Json;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Text;

public sealed class KeywordMatcherTests
{
    [Theory]
    [InlineData("kimlik", "kim")]
    [InlineData("iletişim bilgisi", "ile")]
    [InlineData("İletişim bilgisi", "ile")]
    [InlineData("istanbul'da sorun var", "bul")]
    [InlineData("forklift", "fork")]
    [InlineData("en yeni ucuz", "en ucuz")]
    [InlineData("ucuz", "en ucuz")]
    [InlineData("fiya", "fiyat*")]
    [InlineData("en", "en ucuz*")]
    [InlineData("", "en")]
    [InlineData("?", "?")]
    public void LongestMatch_KeywordIsNotAWholeWord_IsZero(string text, string keyword) =>
        Assert.Equal(0, new KeywordMatcher([keyword]).LongestMatch(new FoldedText(text)));

    [Theory]
    [InlineData("en ucuz forklift", "ucuz;en ucuz;forklift", 2)]
    [InlineData("EN UCUZ FORKLİFT", "en ucuz forklift;ucuz", 3)]
    [InlineData("İstanbul'da bul", "bul", 1)]
    [InlineData("fiyatlarınız nedir", "fiyat*", 1)]
    [InlineData("fiyat", "fiyat*", 1)]
    [InlineData("ne kadardır acaba", "ne kadar*", 2)]
    [InlineData("EP-1500 var mı", "ep-1500", 2)]
    [InlineData("iletişim", "İLETİŞİM", 1)]
    [InlineData("what is the cheapest one", "is the;the cheapest one;cheapest", 3)]
    [InlineData("a a b", "a b", 2)]
    public void LongestMatch_WholeWords_IsTheMostSpecificKeywordsLength(string text, string keywords, int words) =>
        Assert.Equal(words, new KeywordMatcher(keywords.Split(';')).LongestMatch(new FoldedText(text)));

    [Theory]
    [InlineData("""["en ucuz", "fiyat*"]""", """["en ucuz","fiyat*"]""")]
    [InlineData("\"1,5 ton, 2 ton,3\"", """["1,5 ton","2 ton","3"]""")]
    [InlineData("""{"tr": ["ucuz"], "en": "cheap, cheapest"}""", """["ucuz","cheap","cheapest"]""")]
    public void Converter_ListOrListsByLanguage_GivesAllKeywords(string json, string written) =>
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<KeywordMatcher>(json)));

    [Theory]
    [InlineData("5")]
    [InlineData("[[1]]")]
    [InlineData("""["?"]""")]
    [InlineData("""{"words": ["a"]}""")]
    public void Converter_NoKeywords_Throws(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KeywordMatcher>(json));

    [Fact]
    public void LongestMatch_AnyTextAndKeywords_IsWhatTryingEveryPlaceGives()
    {
        var word = Gen.Elements("en", "ucuz", "ucuza", "fiyat", "fiyatlar", "f");
        var phrase = word.NonEmptyListOf().Select(words => string.Join(' ', words.Take(3)));
        var keyword = Gen.Zip(phrase, Gen.Elements("", "*")).Select(pair => pair.Item1 + pair.Item2);
        var cases = Gen.Zip(keyword.ListOf(), word.ListOf().Select(words => string.Join(' ', words))).ToArbitrary();
        Prop.ForAll(cases, pair =>
            new KeywordMatcher(pair.Item1).LongestMatch(new FoldedText(pair.Item2)) == Naive(pair.Item1, pair.Item2))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static int Naive(IEnumerable<string> keywords, string text)
    {
        var padded = $" {text} ";
        return keywords
            .Where(keyword => padded.Contains(keyword.EndsWith('*') ? $" {keyword[..^1]}" : $" {keyword} ", StringComparison.Ordinal))
            .Select(keyword => keyword.Split(' ').Length)
            .DefaultIfEmpty(0)
            .Max();
    }
}
