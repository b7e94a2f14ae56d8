using System.Text.Json;
using FlowEngine.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>A service that speaks OpenAI's chat completions and embeddings as a test says.</summary>
internal sealed class FarModels : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FarModels(WebApplication app) => _app = app;

    public string Endpoint => $"{_app.Urls.Single()}/v1";

    /// <summary>Given the user's message.</summary>
    public Func<string, string> Says { get; set; } = _ => "Merhaba.";

    /// <summary>Given the text; null: the service fails.</summary>
    public Func<string, float[]?> Embeds { get; set; } = _ => null;

    public static async Task<FarModels> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var models = new FarModels(app);
        app.MapPost("/v1/chat/completions", models.ChatAsync);
        app.MapPost("/v1/embeddings", models.EmbedAsync);
        await app.StartAsync();
        return models;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task ChatAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var message = body.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        http.Response.ContentType = Wire.OpenAi.MediaType;
        await http.Response.WriteAsync(Wire.OpenAi.Whole(Says(message.ValueKind == JsonValueKind.String ? message.GetString()! : message[0].GetProperty("text").GetString()!)));
    }

    private async Task EmbedAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        if (Embeds(body.RootElement.GetProperty("input").GetString()!) is not { } vector)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(JsonSerializer.Serialize(new { data = new[] { new { embedding = vector } }, usage = new { prompt_tokens = 9 } }));
    }
}
