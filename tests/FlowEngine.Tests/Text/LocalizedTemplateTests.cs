using System.Text.Json;
using FlowEngine.Text;
using Xunit;

namespace FlowEngine.Tests.Text;

public sealed class LocalizedTemplateTests
{
    [Theory]
    [InlineData("\"Merhaba {{name}}\"", "de", "Merhaba Işıl")]
    [InlineData("{\"tr\":\"Merhaba {{name}}\",\"en\":\"Hello {{name}}\"}", "en", "Hello Işıl")]
    [InlineData("{\"en\":\"Hello\",\"tr\":\"Merhaba\"}", "de", "Merhaba")]
    [InlineData("{\"fr\":\"Bonjour\",\"de\":\"Hallo\"}", "en", "Bonjour")]
    [InlineData("{\"fr\":\"Bonjour\",\"de\":\"Hallo\"}", "de-AT", "Hallo")]
    [InlineData("5", "tr", "5")]
    public void Render_TextByLanguage_IsTheConversationsThenTheTenantsThenTheFirst(string json, string language, string expected) =>
        Assert.Equal(expected, JsonSerializer.Deserialize<LocalizedTemplate>(json)!.Render(Scopes.In(language, "")));

    [Theory]
    [InlineData("[]", "by language")]
    [InlineData("{}", "at least one")]
    [InlineData("{\"tr\":[]}", "in \"tr\"")]
    [InlineData("{\"tr\":\"{{x\"}", "in \"tr\": '{{' is never closed")]
    [InlineData("{\"text\":\"a\"}", "language codes")]
    [InlineData("{\"\\ud800a\":\"a\"}", "language codes")]
    [InlineData("\"\\ud800\"", "text")]
    public void Read_NoTextByLanguage_ThrowsWhatIsWrong(string json, string message)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LocalizedTemplate>(json));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"a {{name}}\"")]
    [InlineData("{\"tr\":\"a {{name}}\",\"en\":\"b\"}")]
    public void Write_WhatWasRead_IsTheSame(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<LocalizedTemplate>(json)));

    [Fact]
    public void Reads_TwoLanguages_AreThoseOfBoth() =>
        Assert.Equal(
            ["name", "walk.x"],
            JsonSerializer.Deserialize<LocalizedTemplate>("""{"tr":"{{name}}","en":"{{name}} {{walk.x}}"}""")!.Reads.Select(path => path.ToString()));

    [Fact]
    public void Literal_TextWithBraces_IsRenderedAsItIs() =>
        Assert.Equal("{{name}}", LocalizedTemplate.Literal("{{name}}").Render(Scopes.Of("")));
}
