using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Assistants;

/// <summary>A service on loopback that answers every chat completion with the same words.</summary>
internal sealed class StreamingModel : IAsyncDisposable
{
    private const string Events = """
        data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"From afar."},"finish_reason":"stop"}]}

        data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":1000,"completion_tokens":200,"total_tokens":1200}}

        data: [DONE]


        """;

    private readonly WebApplication _app;

    private StreamingModel(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.Single()}/v1";

    /// <summary>With which the operator allows it.</summary>
    public string Setting => $"--FlowEngine:Ai:Endpoints:0={Address}";

    /// <summary>The keys that came, one a request.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    public int Status { get; set; } = StatusCodes.Status200OK;

    public static async Task<StreamingModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new StreamingModel(builder.Build());
        model._app.Run(model.AnswerAsync);
        await model._app.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Keys.Enqueue(http.Request.Headers.Authorization.ToString() + http.Request.Headers["x-api-key"]);
        http.Response.StatusCode = Status;
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync(Events.ReplaceLineEndings("\n"), http.RequestAborted);
    }
}
