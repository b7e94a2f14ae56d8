using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>A model's service on loopback that sends the bytes it is told, in pieces of the size it is told, and tells of each piece.</summary>
public sealed class OddModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OddModel(WebApplication app) => _app = app;

    public string Endpoint => $"{_app.Urls.Single()}/v1";

    public byte[] Body { get; set; } = [];

    public string MediaType { get; set; } = "text/event-stream";

    /// <summary>Bytes of one write.</summary>
    public int Size { get; set; } = int.MaxValue;

    /// <summary>Completes when the rest of the body may be sent; the first half is sent at once.</summary>
    public Task? Rest { get; set; }

    public static async Task<OddModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new OddModel(builder.Build());
        model._app.Run(model.AnswerAsync);
        await model._app.StartAsync();
        return model;
    }

    public static string Piece(string text, string ending = "null", string more = "") =>
        $$"""data: {"choices":[{"index":0,"delta":{"content":{{JsonSerializer.Serialize(text)}}{{more}}},"finish_reason":{{ending}} }]}""" + "\n\n";

    public void Says(string events) => Body = Encoding.UTF8.GetBytes(events);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = MediaType;
        var half = Rest is null ? Body.Length : Body.Length / 2;
        await SendAsync(http, Body.AsMemory(0, half));
        if (Rest is { } rest)
        {
            await rest.WaitAsync(http.RequestAborted);
            await SendAsync(http, Body.AsMemory(half));
        }
    }

    private async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += Math.Min(Size, bytes.Length - at))
        {
            await http.Response.Body.WriteAsync(bytes.Slice(at, Math.Min(Size, bytes.Length - at)), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }
}
