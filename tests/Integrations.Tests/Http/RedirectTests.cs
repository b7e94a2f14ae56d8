using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Integrations.Tests.Http;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("301 Moved Permanently", "GET", "")]
    [InlineData("302 Found", "GET", "")]
    [InlineData("303 See Other", "GET", "")]
    [InlineData("307 Temporary Redirect", "POST", "{}")]
    [InlineData("308 Permanent Redirect", "POST", "{}")]
    public async Task SendAsync_Redirected_FollowsByTheRules(string status, string method, string body)
    {
        await using var server = LocalServer.Start(request =>
            request.Path == "/" ? LocalServer.Redirect("/there", status) : LocalServer.Reply("{}"));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server), call => call with { Secret = "config:CRM" });

        Assert.Equal(200, answer.Status);
        var last = server.Requests.Last();
        Assert.Equal(("/there", method, body), (last.Path, last.Method, last.Body));
        Assert.Equal("Bearer s3cret", last.Headers["Authorization"]);
        Assert.Equal("turn:node:1", last.Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task SendAsync_RedirectedInACircle_StopsAfterThree()
    {
        await using var server = LocalServer.Start(_ => LocalServer.Redirect("/"));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server));

        Assert.Equal(FailureCodes.TooManyRedirects, answer.FailureCode);
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.9/", FailureCodes.HostNotAllowed)]
    [InlineData("http://listed.example/", FailureCodes.AddressNotAllowed)]
    [InlineData("http://tls.example/", FailureCodes.TlsRequired)]
    [InlineData("//other.example/", FailureCodes.HostNotAllowed)]
    [InlineData("file:///etc/passwd", FailureCodes.BadUrl)]
    [InlineData("http://user@listed.example/", FailureCodes.BadUrl)]
    public async Task SendAsync_RedirectedToWhereItMayNotGo_IsRefused(string location, string code)
    {
        await using var server = LocalServer.Start(_ => LocalServer.Redirect(location));
        using var guarded = To(server).Allow("http://listed.example", "tls.example").Name("listed.example", ["10.0.0.1"]);

        Assert.Equal(code, (await guarded.SendAsync(UrlOf(server))).FailureCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task SendAsync_RedirectedToAnotherHost_LeavesHeadersAndSecretBehind()
    {
        await using var other = LocalServer.Start(_ => LocalServer.Reply("{}"));
        await using var server = LocalServer.Start(_ => LocalServer.Redirect(UrlOf(other), "307 Temporary Redirect"));
        using var guarded = To(server).Allow($"http://127.0.0.1:{other.Port}");

        await guarded.SendAsync(UrlOf(server), call => call with
        {
            Secret = "config:CRM",
            Headers = new Dictionary<string, string> { ["X-Shop"] = "1" },
        });

        Assert.Equal("1", Assert.Single(server.Requests).Headers["X-Shop"]);
        var headers = Assert.Single(other.Requests).Headers;
        Assert.DoesNotContain("Authorization", headers.Keys);
        Assert.DoesNotContain("X-Shop", headers.Keys);
    }

    [Fact]
    public async Task SendAsync_RedirectedOutOfWhereTheSecretMayGo_LeavesItBehind()
    {
        await using var server = LocalServer.Start(request =>
            request.Path == "/" ? LocalServer.Redirect("/elsewhere", "307 Temporary Redirect") : LocalServer.Reply("{}"));
        using var guarded = To(server);
        guarded.SecretPaths.Add("/");

        var answer = await guarded.SendAsync(UrlOf(server), call => call with { Secret = "config:CRM" });

        Assert.Equal(200, answer.Status);
        Assert.Equal("Bearer s3cret", server.Requests.First().Headers["Authorization"]);
        Assert.DoesNotContain("Authorization", server.Requests.Last().Headers.Keys);
    }

    private static Guarded To(LocalServer server) => new Guarded("127.0.0.0/8").Allow($"http://127.0.0.1:{server.Port}");

    private static string UrlOf(LocalServer server) => $"http://127.0.0.1:{server.Port}/";
}
