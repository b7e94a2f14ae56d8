using System.IO.Compression;
using System.Net;
using System.Text;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;
using Xunit;

namespace FlowEngine.Integrations.Tests.Http;

public sealed class GuardedHttpTests
{
    private const string Loopback = "127.0.0.0/8";

    [Fact]
    public async Task SendAsync_ToAnAllowedHost_SendsWhatTheCallSaysAndNothingElse()
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply("""{"id":7}"""));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server, "/in?a=1"), call => call with
        {
            Body = """{"a":"ş"}""",
            Headers = new Dictionary<string, string> { ["X-Shop"] = "ğ" },
        });

        Assert.Equal(new OutgoingAnswer(200, Value.Object(("id", Value.Of(7))), true), answer);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/in?a=1", """{"a":"ş"}"""), (request.Method, request.Path, request.Body));
        Assert.Equal("turn:node:1", request.Headers["Idempotency-Key"]);
        Assert.Equal("ğ", request.Headers["X-Shop"]);
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Content-Length", "Content-Type", "Host", "Idempotency-Key", "User-Agent", "X-Shop"],
            request.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("application/json", "[1,2]", true)]
    [InlineData("application/problem+json", """{"a":1}""", true)]
    [InlineData("text/plain", """ {"a":1}""", true)]
    [InlineData("application/json", "{broken", false)]
    [InlineData("text/plain", "42", false)]
    [InlineData("text/html; charset=nonsense", "<p>şeker</p>", false)]
    public async Task SendAsync_ByTypeOfAnswer_ReadsJsonOrText(string type, string body, bool isJson)
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply(body, type: type));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server));

        Assert.Equal((200, isJson), (answer.Status, answer.IsJson));
        Assert.Equal(isJson ? body.Trim() : body, isJson ? answer.Body.ToJson() : answer.Body.Text);
    }

    [Fact]
    public async Task SendAsync_HalfASurrogatePair_IsReplaced()
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply("\"a\\ud800b\"", type: "application/json"));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server));

        Assert.Equal((true, "a\uFFFDb"), (answer.IsJson, answer.Body.Text));
    }

    [Theory]
    [InlineData("500 Internal Server Error", 500)]
    [InlineData("404 Not Found", 404)]
    [InlineData("302 Found", 302)]
    public async Task SendAsync_OtherStatus_IsAnAnswer(string line, int status)
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply("""{"error":"x"}""", line));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server));

        Assert.Equal((status, false, null), (answer.Status, answer.IsSuccess, answer.FailureCode));
        Assert.Equal("x", answer.Body["error"].Text);
    }

    [Theory]
    [InlineData(null, "Authorization", "Bearer s3cret")]
    [InlineData("X-Api-Key", "X-Api-Key", "s3cret")]
    public async Task SendAsync_WithSecret_FillsTheHeader(string? header, string sent, string value)
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply("{}"));
        using var guarded = To(server);

        await guarded.SendAsync(UrlOf(server), call => call with { Secret = "config:CRM", SecretHeader = header });

        Assert.Equal(value, Assert.Single(server.Requests).Headers[sent]);
    }

    [Theory]
    [InlineData("config:OTHER")]
    [InlineData("plain text")]
    [InlineData("config:other:CRM")]
    public async Task SendAsync_WithAnUnknownSecret_SendsNothing(string secret)
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply("{}"));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server), call => call with { Secret = secret });

        Assert.Equal(FailureCodes.SecretUnknown, answer.FailureCode);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Host", "other.example")]
    [InlineData("authorization", "Bearer x")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("X-Injected", "a\r\nX-More: b")]
    [InlineData("X Space", "a")]
    [InlineData("Content-Type", "no type")]
    public async Task SendAsync_WithAHeaderThatIsNotTheFlows_SendsNothing(string name, string value)
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply("{}"));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server), call => call with { Headers = new Dictionary<string, string> { [name] = value } });

        Assert.Equal(FailureCodes.BadHeader, answer.FailureCode);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("nothing", FailureCodes.BadUrl)]
    [InlineData("/relative", FailureCodes.BadUrl)]
    [InlineData("ftp://crm.example/", FailureCodes.BadUrl)]
    [InlineData("https://user:pass@crm.example/", FailureCodes.BadUrl)]
    [InlineData("https://other.example/", FailureCodes.HostNotAllowed)]
    [InlineData("https://crm.example.evil.example/", FailureCodes.HostNotAllowed)]
    [InlineData("https://crm.example:8443/", FailureCodes.HostNotAllowed)]
    [InlineData("http://crm.example/", FailureCodes.TlsRequired)]
    public async Task SendAsync_ToWhatTheListDoesNotHave_LooksUpNothing(string url, string code)
    {
        using var guarded = new Guarded().Allow("crm.example");

        var answer = await guarded.SendAsync(url);

        Assert.Equal(code, answer.FailureCode);
        Assert.Empty(guarded.Lookups);
    }

    [Fact]
    public async Task SendAsync_ToANameWithoutAddress_Fails()
    {
        using var guarded = new Guarded().Allow("crm.example");

        var answer = await guarded.SendAsync("https://crm.example/");

        Assert.Equal((FailureCodes.OutgoingFailed, "NameResolutionError"), (answer.FailureCode, answer.Cause));
    }

    [Fact]
    public async Task SendAsync_AnswerTooLarge_IsCut()
    {
        var body = $"\"{new string('x', OutgoingResponses.MaxSize)}\"";
        await using var announced = LocalServer.Start(_ => LocalServer.Reply(body));
        await using var unannounced = LocalServer.Start(_ => $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{body}");
        using var guarded = To(announced).Allow($"http://127.0.0.1:{unannounced.Port}");

        Assert.Equal(FailureCodes.ResponseTooLarge, (await guarded.SendAsync(UrlOf(announced))).FailureCode);
        Assert.Equal(FailureCodes.ResponseTooLarge, (await guarded.SendAsync(UrlOf(unannounced))).FailureCode);
    }

    [Fact]
    public async Task SendAsync_SmallAnswerThatUnpacksLarge_IsCut()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[50 * 1024 * 1024]);
        }

        var head = $"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\nConnection: close\r\n\r\n";
        await using var server = LocalServer.Start(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
            await stream.WriteAsync(packed.ToArray(), token);
        });
        using var guarded = To(server);

        Assert.Equal(FailureCodes.ResponseTooLarge, (await guarded.SendAsync(UrlOf(server))).FailureCode);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_TimesOut()
    {
        await using var server = LocalServer.Start((_, _, token) => Task.Delay(Timeout.Infinite, token));
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server), call => call with { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(FailureCodes.OutgoingTimeout, answer.FailureCode);
    }

    [Fact]
    public async Task SendAsync_AnswerThatDrips_TimesOut()
    {
        await using var server = LocalServer.Start(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(), token);
            await Task.Delay(Timeout.Infinite, token);
        });
        using var guarded = To(server);

        var answer = await guarded.SendAsync(UrlOf(server), call => call with { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(FailureCodes.OutgoingTimeout, answer.FailureCode);
    }

    [Fact]
    public async Task SendAsync_CallerLeaves_IsCancelled()
    {
        using var leaving = new CancellationTokenSource();
        await using var server = LocalServer.Start(async (_, _, token) =>
        {
            await leaving.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        });
        using var guarded = To(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => guarded.SendAsync(UrlOf(server), cancellationToken: leaving.Token).AsTask());
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    [InlineData("no http at all\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain")]
    public async Task SendAsync_ConnectionBreaksOrTalksNonsense_Fails(string bytes)
    {
        await using var server = LocalServer.Start(_ => bytes);
        using var guarded = To(server);

        Assert.Equal(FailureCodes.OutgoingFailed, (await guarded.SendAsync(UrlOf(server))).FailureCode);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_Fails()
    {
        var server = LocalServer.Start(_ => "");
        var url = UrlOf(server);
        using var guarded = To(server);
        await server.DisposeAsync();

        Assert.Equal(FailureCodes.OutgoingFailed, (await guarded.SendAsync(url)).FailureCode);
    }

    private static Guarded To(LocalServer server) => new Guarded(Loopback).Allow($"http://127.0.0.1:{server.Port}");

    private static string UrlOf(LocalServer server, string path = "/") => $"http://127.0.0.1:{server.Port}{path}";
}
