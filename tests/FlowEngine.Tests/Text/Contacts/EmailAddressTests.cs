using FlowEngine.Text.Contacts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Text.Contacts;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("o'neil@example.com", "o'neil@example.com")]
    [InlineData("Adresim o'neil@Example.COM, teşekkürler", "o'neil@example.com")]
    [InlineData("ayse+siparis@example.com", "ayse+siparis@example.com")]
    [InlineData("a/b=c?d{e}f|g~h^i`j*k!l#m$n%o&p@example.com", "a/b=c?d{e}f|g~h^i`j*k!l#m$n%o&p@example.com")]
    [InlineData("_ayse_@example.com", "_ayse_@example.com")]
    [InlineData("ayse@mail.example.co.uk", "ayse@mail.example.co.uk")]
    [InlineData("<ayse@example.com>", "ayse@example.com")]
    [InlineData("Ayşe Yılmaz<ayse@example.com>", "ayse@example.com")]
    [InlineData("(ayse@example.com)", "ayse@example.com")]
    [InlineData("'ayse@example.com'", "ayse@example.com")]
    [InlineData("*ayse@example.com*", "ayse@example.com")]
    [InlineData("\"ayse@example.com\".", "ayse@example.com")]
    [InlineData("“ayse@example.com”", "ayse@example.com")]
    [InlineData("mailto:ayse@example.com", "ayse@example.com")]
    [InlineData("E-posta:ayse@example.com", "ayse@example.com")]
    [InlineData("ayse@example.com...", "ayse@example.com")]
    [InlineData("ayse@example.com :)", "ayse@example.com")]
    [InlineData("ayse@example.com’a yazın", "ayse@example.com")]
    [InlineData("ayşe@müşteri.com.tr", "ayşe@müşteri.com.tr")]
    [InlineData("AYSE@GMAİL.COM", "AYSE@gmail.com")]
    [InlineData("info@xn--mteri-kva8j.com", "info@xn--mteri-kva8j.com")]
    [InlineData("用户@例え.テスト", "用户@例え.テスト")]
    [InlineData("ａｙｓｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ayse@example.com")]
    [InlineData("\u202aayse@example.com\u202c", "ayse@example.com")]
    [InlineData("ayse@exam\u200bple.com", "ayse@example.com")]
    public void Read_OfAWholeAddress_IsIt(string text, string expected) => Assert.Equal(expected, EmailAddress.Read(text));

    [Theory]
    [InlineData("ali,veli@example.com")]
    [InlineData("ali;veli@example.com")]
    [InlineData("ali:veli@example.com")]
    [InlineData("https://ali@example.com")]
    [InlineData("https://ali:veli@example.com")]
    [InlineData("ali\"veli@example.com")]
    [InlineData("\"ali veli\"@example.com")]
    [InlineData("ali(veli@example.com")]
    [InlineData("ali\\veli@example.com")]
    [InlineData("ali😀veli@example.com")]
    [InlineData("'ali@example.com")]
    [InlineData("ali veli @example.com")]
    [InlineData("ali@ example.com")]
    [InlineData("ali@example .com")]
    [InlineData("ali@example.com,veli")]
    [InlineData("ali@example.com/veli")]
    [InlineData("ali@example.com?subject=x")]
    [InlineData("ali@example.com_x")]
    [InlineData("ali@example.com'1")]
    [InlineData("ali@exa_mple.com")]
    [InlineData("ali@-example.com")]
    [InlineData("ali@example-.com")]
    [InlineData("ali@example..com")]
    [InlineData(".ali@example.com")]
    [InlineData("ali.@example.com")]
    [InlineData("ali@127.0.0.1")]
    [InlineData("ali@[127.0.0.1]")]
    [InlineData("ali@example.c")]
    [InlineData("ali@example.com;veli@example.com")]
    public void Read_OfWhatIsNoWholeAddress_IsNull(string text) => Assert.Null(EmailAddress.Read(text));

    [Fact]
    public void FindAll_OfSeveralAddresses_GivesTheWholeOnes() => Assert.Equal(
        ["o'neil@example.com", "b@example.com"],
        EmailAddress.FindAll("o'neil@example.com b@example.com, x,c@example.com"));

    /// <summary>What is read was written: with blanks around it, it is read as itself, and whatever touches it is a blank or no part of a name.</summary>
    [Fact]
    public void Read_OfAnyText_IsWholeOrNull() => Prop.ForAll(AnyText(), text =>
    {
        var read = EmailAddress.Read(text);
        if (read is null)
        {
            return true;
        }

        var at = text.IndexOf(read, StringComparison.OrdinalIgnoreCase);
        return EmailAddress.Read($" {read} ") == read && (at < 1 || !char.IsLetterOrDigit(text[at - 1]));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static Arbitrary<string> AnyText() => Gen.Elements("ali", "o'neil", "@", "@", ".", "example", ".com", " ", "'", "\"", "<", ">", "(", ")", ",", ":", "mailto:", "/", "İ", "ş", "-", "+", "{", "}")
        .ArrayOf().Select(string.Concat).ToArbitrary();
}
