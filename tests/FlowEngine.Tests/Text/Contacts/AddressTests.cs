using FlowEngine.Text.Contacts;
using Xunit;

namespace FlowEngine.Tests.Text.Contacts;

public sealed class AddressTests
{
    [Theory]
    [InlineData("https://example.com/a?b=1#c", "https://example.com/a?b=1#c")]
    [InlineData("sitem https://example.com/a.", "https://example.com/a")]
    [InlineData("<https://example.com/a> sitem", "https://example.com/a")]
    [InlineData("\"https://example.com/a\" benim", "https://example.com/a")]
    [InlineData("https://example.com/a, sitem", "https://example.com/a")]
    [InlineData("https://example.com sitem", "https://example.com/")]
    [InlineData("https://en.wikipedia.org/wiki/A_(b)", "https://en.wikipedia.org/wiki/A_(b)")]
    [InlineData("(www.example.com/a)", "https://www.example.com/a")]
    [InlineData("https://example.com/a b", null)]
    [InlineData("https://example.com/my page.html", null)]
    [InlineData("https://example.com?q=a b", null)]
    [InlineData("www.example com", null)]
    [InlineData("https://shop.example .com", null)]
    [InlineData("https://a.example https://b.example", null)]
    [InlineData("ftp://example.com", null)]
    [InlineData("data://example.com", null)]
    public void WebAddress_InText_IsReadWholeOrNot(string text, string? expected) => Assert.Equal(expected, WebAddress.Read(text));

    [Theory]
    [InlineData("https://example.com/a", true)]
    [InlineData("HTTP://example.com", true)]
    [InlineData("mailto:a@example.com", true)]
    [InlineData("tel:+905321234567", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("\u0001javascript:alert(1)", false)]
    [InlineData("javascript://example.com/%0aalert(1)", false)]
    [InlineData("data:text/html,<script>", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("blob:https://example.com/x", false)]
    [InlineData("https:", false)]
    [InlineData("https://", false)]
    [InlineData("https:\\\\example.com", false)]
    [InlineData("mailto:", false)]
    [InlineData("mailto:a", false)]
    [InlineData("tel:", false)]
    [InlineData("tel:x", false)]
    [InlineData("/yol", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Link_OfAScheme_IsAllowedOrNot(string? address, bool expected) => Assert.Equal(expected, LinkAddress.IsAllowed(address));

    [Theory]
    [InlineData("/a:b", false)]
    [InlineData("urun/a", false)]
    [InlineData("?a=b:c", false)]
    [InlineData("java\tscript:x", true)]
    [InlineData("x:y", true)]
    public void Scheme_OfAText_IsFoundAsABrowserFindsIt(string address, bool expected) => Assert.Equal(expected, LinkAddress.HasScheme(address));
}
