using FlowEngine.Text;
using Xunit;

namespace FlowEngine.Tests.Text;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("tr", "tr")]
    [InlineData("TR", "tr")]
    [InlineData("tr-TR", "tr")]
    [InlineData("en_GB", "en")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("xx", null)]
    [InlineData("english", null)]
    [InlineData("t", null)]
    [InlineData("", null)]
    [InlineData("tr-", null)]
    [InlineData("tr-%00", null)]
    [InlineData("-tr", null)]
    public void Read_Tag_GivesItsLanguage(string tag, string? expected) => Assert.Equal(expected, LanguageTag.Read(tag));
}
