using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en ucuz forklift hangisi?", "tr")]
    [InlineData("transpalet istiyorum", "tr")]
    [InlineData("Merhaba", "tr")]
    [InlineData("nasılsın", "tr")]
    [InlineData("İletişim", "tr")]
    [InlineData("I want the cheapest forklift", "en")]
    [InlineData("hello", "en")]
    [InlineData("What's the price of EP-1500?", "en")]
    [InlineData("Ich suche einen Gabelstapler für die Halle", "de")]
    public void Detect_SentenceOfALanguage_IsThatLanguage(string text, string language) =>
        Assert.Equal(language, LanguageDetector.Detect(text, ["en", "tr", "de"], "xx"));

    [Theory]
    [InlineData("")]
    [InlineData("EP-1500")]
    [InlineData("12345 ?!")]
    public void Detect_NothingTelling_IsTheFallback(string text) =>
        Assert.Equal("en", LanguageDetector.Detect(text, ["tr", "en"], "en"));

    [Fact]
    public void Detect_LanguageNotAmongTheTenants_IsNeverGiven() =>
        Assert.Equal("en", LanguageDetector.Detect("hangi forklift en ucuz", ["en"], "en"));

    [Fact]
    public void Detect_AnyText_IsOneOfTheLanguages() =>
        Prop.ForAll(Texts.Any(), text => LanguageDetector.Detect(text, ["tr", "en", "de"], "tr") is "tr" or "en" or "de")
            .QuickCheckThrowOnFailure();
}
