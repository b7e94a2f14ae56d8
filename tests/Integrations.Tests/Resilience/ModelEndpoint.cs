using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>A model's service on loopback that behaves as told.</summary>
internal sealed class ModelEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _calls;

    private ModelEndpoint(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Given the number of the call, from 1.</summary>
    public Func<HttpContext, int, Task> Behaviour { get; set; } = (_, _) => Task.CompletedTask;

    public int Calls => _calls;

    public ConcurrentDictionary<string, bool> Connections { get; } = new();

    public string LastBody { get; private set; } = "";

    public string LastKey { get; private set; } = "";

    public static async Task<ModelEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var endpoint = new ModelEndpoint(app);
        app.Run(endpoint.AnswerAsync);
        await app.StartAsync();
        return endpoint;
    }

    public static async Task WriteAsync(HttpContext http, string events)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.ContentType = "text/event-stream";
        }

        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(events), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Connections[http.Connection.Id] = true;
        using var reader = new StreamReader(http.Request.Body);
        LastBody = await reader.ReadToEndAsync(http.RequestAborted);
        LastKey = http.Request.Headers["x-api-key"].ToString() + http.Request.Headers.Authorization;
        try
        {
            await Behaviour(http, Interlocked.Increment(ref _calls));
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }
}
