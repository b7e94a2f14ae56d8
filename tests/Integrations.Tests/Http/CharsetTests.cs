using System.Text;
using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Integrations.Tests.Http;

/// <summary>Answers in the encodings in which services write.</summary>
public sealed class CharsetTests
{
    private const string Text = "ŞıkİĞÜ ağaç";

    [Theory]
    [InlineData("text/plain; charset=iso-8859-9", "windows-1254", "")]
    [InlineData("text/plain; charset=\"ISO_8859-9:1989\"", "windows-1254", "")]
    [InlineData("text/plain; charset=latin5", "windows-1254", "")]
    [InlineData("text/plain; charset=\"windows-1254\"", "windows-1254", "")]
    [InlineData("text/plain; charset=cp1254", "windows-1254", "")]
    [InlineData("application/json; charset=windows-1254", "windows-1254", "json")]
    [InlineData("text/plain; charset=utf8", "utf-8", "")]
    [InlineData("text/plain", "utf-8", "")]
    [InlineData("text/plain; charset=utf-16", "utf-16", "")]
    [InlineData("text/plain", "utf-16", "bom")]
    [InlineData("text/plain; charset=iso-8859-9", "utf-8", "bom")]
    [InlineData("application/json", "utf-16BE", "bom json")]
    [InlineData("text/html", "windows-1254", "<meta charset=\"windows-1254\">")]
    [InlineData("application/xml", "windows-1254", "<?xml version=\"1.0\" encoding=\"ISO-8859-9\"?>")]
    [InlineData("text/plain; charset=nonsense", "utf-8", "")]
    public async Task Answer_InItsEncoding_IsDecoded(string type, string encoding, string way)
    {
        var written = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var body = way.Contains("json", StringComparison.Ordinal) ? $$"""{"a":"{{Text}}"}""" : way.StartsWith('<') ? way + Text : Text;
        byte[] bytes = [.. way.StartsWith("bom", StringComparison.Ordinal) ? written.GetPreamble() : [], .. written.GetBytes(body)];

        var answer = await AskAsync(type, bytes);

        Assert.Equal((200, null), (answer.Status, answer.BodyFailure));
        Assert.Equal(way.Contains("json", StringComparison.Ordinal) ? Text : body, answer.IsJson ? answer.Body["a"].Text : answer.Body.Text);
    }

    [Theory]
    [InlineData("text/plain", new byte[] { 0x41, 0xFE, 0x42 })]
    [InlineData("text/plain; charset=utf-8", new byte[] { 0x41, 0xDE, 0xFE })]
    [InlineData("text/plain; charset=us-ascii", new byte[] { 0x41, 0xFE })]
    [InlineData("text/plain; charset=nonsense", new byte[] { 0x41, 0xFE })]
    [InlineData("application/json", new byte[] { 0x22, 0xFE, 0x22 })]
    [InlineData("image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0 })]
    public async Task Answer_ThatIsNoText_SaysSo(string type, byte[] bytes)
    {
        var answer = await AskAsync(type, bytes);

        Assert.Equal((200, FailureCodes.ResponseNotText, null), (answer.Status, answer.BodyFailure, answer.FailureCode));
        Assert.Equal(ValueKind.Null, answer.Body.Kind);
    }

    private static async Task<OutgoingAnswer> AskAsync(string type, byte[] body)
    {
        await using var server = LocalServer.Start(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), token);
            await stream.WriteAsync(body, token);
        });
        var url = $"http://127.0.0.1:{server.Port}/";
        using var guarded = new Guarded("127.0.0.0/8").Allow($"http://127.0.0.1:{server.Port}");
        return await guarded.SendAsync(url);
    }
}
