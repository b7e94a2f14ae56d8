using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Telemetry;

/// <summary>A collector on a free port that keeps what is sent to it.</summary>
internal sealed class CollectorStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string? ContentType, byte[] Body)> _posts = new();

    private CollectorStub(WebApplication app)
    {
        _app = app;
        _app.MapPost("/{**path}", async (HttpContext context) =>
        {
            var request = context.Request;
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _posts.Enqueue((request.Path, request.ContentType, body.ToArray()));
            if (context.Response.SupportsTrailers())
            {
                context.Response.ContentType = "application/grpc";
                context.Response.AppendTrailer("grpc-status", "0");
            }
        });
    }

    public string Address => _app.Urls.First();

    public IReadOnlyList<(string Path, string? ContentType, byte[] Body)> Posts => [.. _posts];

    public static async Task<CollectorStub> StartAsync(HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        builder.Logging.ClearProviders();
        var collector = new CollectorStub(builder.Build());
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Strings of protobuf are their length, then UTF-8: what was sent to the path holds this one.</summary>
    public bool Holds(string path, string text)
    {
        byte[] field = [(byte)text.Length, .. Encoding.UTF8.GetBytes(text)];
        return Posts.Any(post => post.Path == path && post.Body.AsSpan().IndexOf(field) >= 0);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
