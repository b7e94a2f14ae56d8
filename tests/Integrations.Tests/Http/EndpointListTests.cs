using FlowEngine.Integrations.Http;
using Xunit;

namespace FlowEngine.Integrations.Tests.Http;

public sealed class EndpointListTests
{
    [Theory]
    [InlineData("https://models.example/azure", true)]
    [InlineData("https://models.example/azure/", true)]
    [InlineData("https://MODELS.example/azure/v1", true)]
    [InlineData("https://models.example:443/azure/v1", true)]
    [InlineData("https://models.example/azure/x/../v1", true)]
    [InlineData("https://models.example/azure/a%2Fb%5Cc", true)]
    [InlineData("https://models.example/azure/a..b/..c", true)]
    [InlineData("https://models.example/azure-not/v1", false)]
    [InlineData("https://models.example/Azure/v1", false)]
    [InlineData("https://models.example/", false)]
    [InlineData("http://models.example/azure/v1", false)]
    [InlineData("https://models.example:8443/azure/v1", false)]
    [InlineData("https://models.example.evil/azure/v1", false)]
    [InlineData("https://models.example@evil.example/azure/v1", false)]
    [InlineData("https://models.example/azure/../admin", false)]
    [InlineData("https://models.example/azure/%2e%2e/admin", false)]
    [InlineData("https://models.example/azure/..%2fadmin", false)]
    [InlineData("https://models.example/azure/..%5Cadmin", false)]
    [InlineData("https://models.example/azure/%252e%252e/admin", false)]
    public void Covers_AnAddress_OnlyWhatLiesBelowAnEntry(string address, bool covered) =>
        Assert.Equal(covered, new EndpointList(["https://models.example/azure"]).Covers(new Uri(address)));

    [Fact]
    public void Covers_HostWithoutPath_AllOfTheHost()
    {
        var list = new EndpointList(["http://127.0.0.1:11434"]);

        Assert.True(list.Covers(new("http://127.0.0.1:11434/v1")));
        Assert.True(list.Covers(new("http://127.0.0.1:11434/find/..%2Fname")));
        Assert.False(list.Covers(new("http://127.0.0.1:11435/v1")));
        Assert.False(list.Covers(new("http://127.0.0.2:11434/v1")));
        Assert.False(new EndpointList([]).Covers(new("http://127.0.0.1:11434/v1")));
    }
}
