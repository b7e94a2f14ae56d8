using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Outgoing;

/// <summary>Somebody else's service, on loopback.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Endpoint(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public ConcurrentQueue<EndpointCall> Calls { get; } = new();

    public static async Task<Endpoint> StartAsync(int status = 200)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new Endpoint(builder.Build());
        endpoint._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers;
            endpoint.Calls.Enqueue(new(
                headers["Idempotency-Key"].ToString(), headers.Authorization.ToString(), await reader.ReadToEndAsync()));
            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(new { ticket = $"A-{endpoint.Calls.Count}" });
        });
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

internal sealed record EndpointCall(string Key, string Authorization, string Body);
