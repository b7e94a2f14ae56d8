using System.Globalization;
using FlowEngine.Nodes.Common.Answers;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class AnswerReaderTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly s_today = new(2026, 12, 2);

    [Theory]
    [InlineData("1.500,50", "tr", "1500.50")]
    [InlineData("1,500.50", "en", "1500.50")]
    [InlineData("1.500", "tr", "1500")]
    [InlineData("1.500", "en", "1.500")]
    [InlineData("1,500", "en", "1500")]
    [InlineData("1,500", "tr", "1.500")]
    [InlineData("1.5", "tr", "1.5")]
    [InlineData("0.500", "tr", "0.500")]
    [InlineData("1.234.567,8", "en", "1234567.8")]
    [InlineData("1 500 000", "tr", "1500000")]
    [InlineData("-3", "en", "-3")]
    [InlineData("25 yaşındayım", "tr", "25")]
    [InlineData("50 bin lira", "tr", "50000")]
    [InlineData("1.5k", "en", "1500")]
    [InlineData("2 million", "en", "2000000")]
    [InlineData("$40", "en", "40")]
    [InlineData("%20", "tr", "20")]
    [InlineData("20%", "en", "20")]
    [InlineData("yüzde 20", "tr", "20")]
    [InlineData("10 veya 20", "tr", null)]
    [InlineData("EP-1500", "tr", null)]
    [InlineData("1.23.4", "en", null)]
    [InlineData("on", "tr", null)]
    [InlineData("99999999999999999999999 million", "en", null)]
    [InlineData("99999999999999999 million", "en", "99999999999999999000000")]
    public void Number_ByLanguage_IsReadOrNull(string text, string language, string? expected) =>
        Assert.Equal(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), NumberAnswer.Read(text, language));

    [Theory]
    [InlineData("ali@example.com", "ali@example.com")]
    [InlineData("Mail adresim Ali.Veli+x@Example.COM.", "Ali.Veli+x@example.com")]
    [InlineData("ali@example.com'dur", "ali@example.com")]
    [InlineData("ali@example", null)]
    [InlineData("ali@@example.com", null)]
    [InlineData("ali..veli@example.com", null)]
    [InlineData("a@example.com b@example.com", null)]
    [InlineData("@example.com", null)]
    public void Email_InText_IsReadOrNull(string text, string? expected) => Assert.Equal(expected, EmailAddress.Read(text));

    [Theory]
    [InlineData("0532 123 45 67", "tr", "+905321234567")]
    [InlineData("532 123 4567", "tr", "+905321234567")]
    [InlineData("Numaram 0(216) 123-45-67, arayın", "tr", "+902161234567")]
    [InlineData("+90 532 123 45 67", "en", "+905321234567")]
    [InlineData("0090 532 123 45 67", "tr", "+905321234567")]
    [InlineData("+49 151 23456789", "tr", "+4915123456789")]
    [InlineData("0151 23456789", "de", "+4915123456789")]
    [InlineData("0151 23456789", "en", null)]
    [InlineData("+90 532 123 45", "tr", null)]
    [InlineData("0132 123 45 67", "tr", null)]
    [InlineData("12345", "tr", null)]
    [InlineData("yok", "tr", null)]
    public void Phone_ByTenantLanguage_IsReadOrNull(string text, string language, string? expected) =>
        Assert.Equal(expected, TelephoneNumber.Read(text, PhoneRegion.ForLanguage(language)));

    [Theory]
    [InlineData("example.com", "https://example.com/")]
    [InlineData("sitem http://www.example.com/a?b=1.", "http://www.example.com/a?b=1")]
    [InlineData("www.örnek.com adresi", "https://www.örnek.com/")]
    [InlineData("javascript://example.com", null)]
    [InlineData("https://user@example.com", null)]
    [InlineData("http://localhost", null)]
    [InlineData("http://10.0.0.1", null)]
    [InlineData("merhaba", null)]
    public void Url_InText_IsReadOrNull(string text, string? expected) => Assert.Equal(expected, WebAddress.Read(text));

    [Theory]
    [InlineData("2026-12-24", "tr", "2026-12-24")]
    [InlineData("24.12.2026", "tr", "2026-12-24")]
    [InlineData("24.12.26", "tr", "2026-12-24")]
    [InlineData("24/12/2026", "tr", "2026-12-24")]
    [InlineData("3/4/2027", "tr", "2027-04-03")]
    [InlineData("12/24/2026", "en", "2026-12-24")]
    [InlineData("3/4/2027", "en", null)]
    [InlineData("24 Aralık 2026", "tr", "2026-12-24")]
    [InlineData("24 Aralık'ta", "tr", "2026-12-24")]
    [InlineData("1 Aralık", "tr", "2027-12-01")]
    [InlineData("December 24th, 2026", "en", "2026-12-24")]
    [InlineData("the 24th of Dec", "en", "2026-12-24")]
    [InlineData("24.12", "tr", "2026-12-24")]
    [InlineData("29 Şubat", "tr", "2028-02-29")]
    [InlineData("bugün", "tr", "2026-12-02")]
    [InlineData("yarın", "tr", "2026-12-03")]
    [InlineData("tomorrow please", "en", "2026-12-03")]
    [InlineData("the day after tomorrow", "en", "2026-12-04")]
    [InlineData("öbür gün", "tr", "2026-12-04")]
    [InlineData("3 gün sonra", "tr", "2026-12-05")]
    [InlineData("in 2 weeks", "en", "2026-12-16")]
    [InlineData("cuma", "tr", "2026-12-04")]
    [InlineData("wednesday", "en", "2026-12-09")]
    [InlineData("haftaya cuma", "tr", "2026-12-11")]
    [InlineData("haftaya pazartesi", "tr", "2026-12-07")]
    [InlineData("31.02.2027", "tr", null)]
    [InlineData("32 Aralık", "tr", null)]
    [InlineData("15 Eyl 2027", "tr", "2027-09-15")]
    [InlineData("15 Eyl. 2027", "tr", "2027-09-15")]
    [InlineData("15 Ara 2027", "tr", "2027-12-15")]
    [InlineData("3 Ağu 27", "tr", "2027-08-03")]
    [InlineData("2027 Eylül 15", "tr", "2027-09-15")]
    [InlineData("15 . 09 . 2027", "tr", "2027-09-15")]
    [InlineData("15 / 09 / 2027", "tr", "2027-09-15")]
    [InlineData("2027 - 09 - 15", "tr", "2027-09-15")]
    [InlineData("15 09 2027", "tr", "2027-09-15")]
    [InlineData("15,09,2027", "tr", "2027-09-15")]
    [InlineData("15.09.0027", "tr", null)]
    [InlineData("15 Eylül 0027", "tr", null)]
    [InlineData("0027-09-15", "tr", null)]
    [InlineData("15.09.027", "tr", null)]
    [InlineData("beni 15'te ara", "tr", null)]
    [InlineData("1.1.2027 ya da 2.1.2027", "tr", null)]
    [InlineData("bir gün", "tr", null)]
    public void Date_ByLanguage_IsReadOrNull(string text, string language, string? expected) =>
        Assert.Equal(expected, DateAnswer.Read(text, language, s_today)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("14:30", "14:30")]
    [InlineData("14.30'da", "14:30")]
    [InlineData("14 : 30", "14:30")]
    [InlineData("saat 9", "09:00")]
    [InlineData("2:30 pm", "14:30")]
    [InlineData("12 am", "00:00")]
    [InlineData("12 p.m.", "12:00")]
    [InlineData("akşam 8", "20:00")]
    [InlineData("öğleden sonra 3", "15:00")]
    [InlineData("noon", "12:00")]
    [InlineData("gece yarısı", "00:00")]
    [InlineData("25:00", null)]
    [InlineData("14:75", null)]
    [InlineData("9 ile 10 arası", null)]
    [InlineData("13 pm", null)]
    [InlineData("sonra", null)]
    public void Time_InText_IsReadOrNull(string text, string? expected) =>
        Assert.Equal(expected, TimeAnswer.Read(text)?.ToString("HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Evet", true)]
    [InlineData("EVET, lütfen", true)]
    [InlineData("yes please", true)]
    [InlineData("ok", true)]
    [InlineData("Hayır", false)]
    [InlineData("HAYIR", false)]
    [InlineData("no thanks", false)]
    [InlineData("doğru değil", false)]
    [InlineData("not sure", false)]
    [InlineData("I don't", false)]
    [InlineData("h", false)]
    [InlineData("evet ya da hayır", null)]
    [InlineData("👍", true)]
    [InlineData("👍🏽", true)]
    [InlineData("✔️", true)]
    [InlineData("👎", false)]
    [InlineData("❌", false)]
    [InlineData("hayır 👍", false)]
    [InlineData("👍👎", null)]
    [InlineData("😀", null)]
    [InlineData("belki", null)]
    [InlineData("noel", null)]
    public void YesNo_InText_IsReadOrNull(string text, bool? expected) => Assert.Equal(expected, YesNoAnswer.Read(text));

    [Fact]
    public void Read_OfAnyText_NeverThrowsAndKeepsToItsForms() => Prop.ForAll(AnyText(), text =>
    {
        var date = DateAnswer.Read(text, "tr", s_today);
        _ = (NumberAnswer.Read(text, "en"), EmailAddress.Read(text), TelephoneNumber.Read(text, "TR"), WebAddress.Read(text));
        _ = (TimeAnswer.Read(text), YesNoAnswer.Read(text), SkipWords.Has(text));
        return date is null || DateAnswer.Read(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "en", s_today) == date;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Number_FormattedByItsLanguage_IsReadBack() => Prop.ForAll(Gen.Choose(-2_000_000_000, 2_000_000_000).ToArbitrary(), cents =>
        new[] { "tr", "en" }.All(language =>
            NumberAnswer.Read((cents / 100m).ToString("N2", LanguageNumbers.Of(language)), language) == cents / 100m))
        .QuickCheckThrowOnFailure();

    /// <summary>Any text, and texts of the pieces that dates, times and numbers are made of.</summary>
    private static Arbitrary<string> AnyText() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements("12", "31", "2026", "99999999999", ".", ",", "/", "-", ":", " ", "aralık", "may", "gün sonra", "days", "cuma", "pm", "@", "a.com", "+")
            .ArrayOf().Select(string.Concat)).ToArbitrary();
}
