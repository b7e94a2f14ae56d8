using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class AllowedHostsTests
{
    [Theory]
    [InlineData("api.example.com", "https://api.example.com/x?y=1", HostVerdict.Allowed)]
    [InlineData("API.Example.com", "https://api.EXAMPLE.com./x", HostVerdict.Allowed)]
    [InlineData("https://api.example.com", "https://api.example.com/", HostVerdict.Allowed)]
    [InlineData("api.example.com", "https://api.example.com:8443/", HostVerdict.NotAllowed)]
    [InlineData("api.example.com:8443", "https://api.example.com:8443/", HostVerdict.Allowed)]
    [InlineData("api.example.com", "http://api.example.com/", HostVerdict.TlsRequired)]
    [InlineData("api.example.com", "https://example.com/", HostVerdict.NotAllowed)]
    [InlineData("api.example.com", "https://xapi.example.com/", HostVerdict.NotAllowed)]
    [InlineData("*.example.com", "https://a.example.com/", HostVerdict.Allowed)]
    [InlineData("*.example.com", "https://a.b.example.com/", HostVerdict.Allowed)]
    [InlineData("*.example.com", "https://example.com/", HostVerdict.NotAllowed)]
    [InlineData("*.example.com", "https://badexample.com/", HostVerdict.NotAllowed)]
    [InlineData("*.example.com", "http://a.example.com/", HostVerdict.TlsRequired)]
    [InlineData("http://intra.example", "http://intra.example/x", HostVerdict.Allowed)]
    [InlineData("http://intra.example", "http://intra.example:8080/", HostVerdict.NotAllowed)]
    [InlineData("http://intra.example:8080", "http://intra.example:8080/", HostVerdict.Allowed)]
    [InlineData("http://intra.example", "https://intra.example/", HostVerdict.NotAllowed)]
    [InlineData("çiçek.example", "https://xn--iek-1lab.example/", HostVerdict.Allowed)]
    [InlineData("http://[::1]:80", "http://[0:0::1]/", HostVerdict.Allowed)]
    public void Judge_ByEntry_IsAsDocumented(string entry, string url, HostVerdict verdict) =>
        Assert.Equal(verdict, AllowedHosts.Judge(["other.example", entry], new Uri(url)));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("*.com")]
    [InlineData("*.127.0.0.1")]
    [InlineData("http://*.example.com")]
    [InlineData("api.example.com/path")]
    [InlineData("user@api.example.com")]
    [InlineData("ftp://api.example.com")]
    [InlineData("a b")]
    public void IsEntry_OfWhatAllowsNothing_IsFalse(string entry) => Assert.False(AllowedHosts.IsEntry(entry));
}
